import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Đang kiểm tra giấy tờ',
  processingSelfie: 'Đang kiểm tra ảnh selfie',
  processingDetails: 'Đang kiểm tra thông tin',
  processingPhone: 'Đang kiểm tra số điện thoại',
  processingEmail: 'Đang kiểm tra địa chỉ',
  processingText: 'Thường chỉ mất vài giây. Bạn không cần làm gì.',
  processingSlow: 'Việc này lâu hơn bình thường. Bạn có thể ở lại hoặc rời đi: việc kiểm tra vẫn tiếp tục.',
  word_received: 'Đã nhận ảnh',
  word_found_document: 'Đã thấy giấy tờ',
  word_reading_text: 'Đang đọc chữ',
  word_reading_barcode: 'Đang đọc mã vạch',
  word_checking_dates: 'Đang kiểm tra ngày tháng',
  word_finding_face: 'Đang tìm khuôn mặt',
  word_checking_liveness: 'Đang kiểm tra chính là bạn',
  word_comparing_faces: 'Đang so sánh với giấy tờ',
  word_searching_records: 'Đang tìm hồ sơ của bạn',
  word_deciding: 'Đang tổng hợp',
  stateDone: 'đã xong',
  stateNow: 'đang làm',
  stateNext: 'sắp tới',
} satisfies Translated<typeof en>;
