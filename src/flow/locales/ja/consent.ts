import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'お顔の画像です。測定し、ほかの顔と見分けるための数値を作ります。',
  phone: '電話番号と、そこに届くコードです。',
  email: 'メールアドレスと、そこに届くコードです。',
  answers: '次のページで入力または追加する内容です。',
  records: '照会する記録にあるあなたの情報です。',
  whyFace: '今まさにご本人であることを確認するためです。',
  whyGiven: 'ご提供の内容が正しく、ご本人のものであることを確認するためです。',
  startText: '{requester}がいくつかの情報の確認をお願いしています。所要時間は約2分です。',
  startPrivate: 'ご提供の内容は暗号化して送信され、この確認にのみ使われます',
  papers: '郵便物、請求書などの書類と、そこに記載された情報です。',
} satisfies Translated<typeof en>;
