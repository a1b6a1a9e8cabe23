import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: '完了しました。ありがとうございます',
  successText: 'これで終わりです。元の画面にお戻りください。',
  reviewTitle: 'ありがとうございます。受け付けました',
  reviewText: '担当者が確認します。結果は{requester}からお知らせします。ここでお待ちいただく必要はありません。',
  successReturn: '{requester}に戻る',
  successReturning: '{requester}に戻ります',
  successClose: '閉じる',
  successMayClose: 'このページは閉じて構いません。',
  failedTitle: '本人確認を完了できませんでした',
  failedText: '理由は次のとおりです：',
  failedTextPlain: '次の手順は{requester}にお問い合わせください。',
  failedNext: 'お困りの場合は{requester}にご連絡ください。',
  restart: '最初からやり直す',
  expiredTitle: 'この本人確認は期限切れです',
  expiredText: '安全のため、開いている時間に限りがあります。{requester}に戻ってもう一度始めてください。',
  expiredTextPlain: '安全のため、開いている時間に限りがあります。元の画面に戻ってもう一度始めてください。',
} satisfies Translated<typeof en>;
