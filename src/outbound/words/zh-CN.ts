import type {MessageWords} from './en.ts';

export default {
  codeSubject: '您在 {requester} 的验证码',
  codeMail:
    '您的验证码是 {code}\n\n请在索取验证码的 {requester} 页面输入。{minutes} 分钟内有效。\n\n请勿告诉任何人，电话中也不要。如果您没有索取验证码，无需任何操作。',
  codeText: '{code} 是您在 {requester} 的验证码。请勿告诉任何人。',
  linkSubject: '在此设备上继续 {requester} 的验证',
  linkMail:
    '您要求在其他设备上继续。请在该设备上打开此链接：\n\n{link}\n\n一小时内有效，只能使用一次。如果不是您要求的，请不要打开。',
  linkText: '{requester}：在此继续：{link}',
} satisfies MessageWords;
