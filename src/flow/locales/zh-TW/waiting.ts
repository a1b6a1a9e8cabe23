import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: '正在檢查證件',
  processingSelfie: '正在檢查自拍',
  processingDetails: '正在檢查資料',
  processingPhone: '正在檢查號碼',
  processingEmail: '正在檢查地址',
  processingText: '通常只需幾秒鐘，您不必做任何事。',
  processingSlow: '用時比平常長。您可以留在這裡，也可以離開，檢查會繼續進行。',
  word_received: '已收到照片',
  word_found_document: '已找到證件',
  word_reading_text: '正在讀取文字',
  word_reading_barcode: '正在讀取條碼',
  word_checking_dates: '正在檢查日期',
  word_finding_face: '正在尋找臉部',
  word_checking_liveness: '正在確認此刻是您本人',
  word_comparing_faces: '正在與證件比對',
  word_searching_records: '正在尋找您的紀錄',
  word_deciding: '正在彙整結果',
  stateDone: '已完成',
  stateNow: '進行中',
  stateNext: '待進行',
} satisfies Translated<typeof en>;
