import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: '正在检查证件',
  processingSelfie: '正在检查自拍',
  processingDetails: '正在检查信息',
  processingPhone: '正在检查号码',
  processingEmail: '正在检查邮箱',
  processingText: '通常只需几秒钟，您无需任何操作。',
  processingSlow: '用时比平常长。您可以留在这里，也可以离开，检查会继续进行。',
  word_received: '已收到照片',
  word_found_document: '已找到证件',
  word_reading_text: '正在读取文字',
  word_reading_barcode: '正在读取条码',
  word_checking_dates: '正在检查日期',
  word_finding_face: '正在查找面部',
  word_checking_liveness: '正在确认此刻是您本人',
  word_comparing_faces: '正在与证件比对',
  word_searching_records: '正在查找您的记录',
  word_deciding: '正在汇总结果',
  stateDone: '已完成',
  stateNow: '进行中',
  stateNext: '待进行',
} satisfies Translated<typeof en>;
