import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: '全部完成，謝謝',
  successText: '已全部完成，您可以返回了。',
  reviewTitle: '謝謝，資料已收齊',
  reviewText: '將有專人審核。{requester} 會告知您結果，您不必在此等候。',
  successReturn: '返回 {requester}',
  successReturning: '正在帶您返回 {requester}',
  successClose: '關閉',
  successMayClose: '您現在可以關閉此頁面。',
  failedTitle: '未能完成驗證',
  failedText: '原因如下：',
  failedTextPlain: '{requester} 可以告訴您接下來怎麼做。',
  failedNext: '如需協助，請聯絡 {requester}。',
  restart: '重新開始',
  expiredTitle: '此驗證已過期',
  expiredText: '為了您的安全，驗證只在有限時間內開放。請返回 {requester} 重新開始。',
  expiredTextPlain: '為了您的安全，驗證只在有限時間內開放。請返回來處重新開始。',
} satisfies Translated<typeof en>;
