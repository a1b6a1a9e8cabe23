import type {MessageWords} from './en.ts';

export default {
  codeSubject: '{requester}の確認コード',
  codeMail:
    '確認コードは {code} です。\n\nコードを求めている{requester}のページに入力してください。{minutes}分間有効です。\n\n電話も含め、誰にも教えないでください。心当たりがない場合は何もする必要はありません。',
  codeText: '{code} は{requester}の確認コードです。誰にも教えないでください。',
  linkSubject: '{requester}の手続きをこの端末で続ける',
  linkMail:
    '別の端末で続けるためのリンクです。そちらで開いてください：\n\n{link}\n\n1時間以内に一度だけ使えます。心当たりがない場合は開かないでください。',
  linkText: '{requester}：こちらで続けてください：{link}',
} satisfies MessageWords;
