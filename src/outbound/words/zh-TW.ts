import type {MessageWords} from './en.ts';

export default {
  codeSubject: '您在 {requester} 的驗證碼',
  codeMail:
    '您的驗證碼是 {code}\n\n請在索取驗證碼的 {requester} 頁面輸入。{minutes} 分鐘內有效。\n\n請勿告訴任何人，電話中也不要。如果您沒有索取驗證碼，不必做任何事。',
  codeText: '{code} 是您在 {requester} 的驗證碼。請勿告訴任何人。',
  linkSubject: '在這部裝置上繼續 {requester} 的驗證',
  linkMail:
    '您要求在其他裝置上繼續。請在該裝置上開啟此連結：\n\n{link}\n\n一小時內有效，只能使用一次。如果不是您要求的，請不要開啟。',
  linkText: '{requester}：在此繼續：{link}',
} satisfies MessageWords;
