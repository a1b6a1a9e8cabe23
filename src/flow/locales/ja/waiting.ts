import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: '書類を確認しています',
  processingSelfie: '自撮りを確認しています',
  processingDetails: '入力内容を確認しています',
  processingPhone: '番号を確認しています',
  processingEmail: 'アドレスを確認しています',
  processingText: '通常は数秒で終わります。そのままお待ちください。',
  processingSlow: 'いつもより時間がかかっています。このまま待つことも、離れることもできます。確認は続きます。',
  word_received: '写真を受信',
  word_found_document: '書類を検出',
  word_reading_text: '文字を読み取り',
  word_reading_barcode: 'バーコードを読み取り',
  word_checking_dates: '日付を確認',
  word_finding_face: 'お顔を検出',
  word_checking_liveness: 'その場のご本人か確認',
  word_comparing_faces: '書類の写真と照合',
  word_searching_records: '記録を照会',
  word_deciding: '結果をまとめる',
  stateDone: '完了',
  stateNow: '進行中',
  stateNext: 'これから',
} satisfies Translated<typeof en>;
