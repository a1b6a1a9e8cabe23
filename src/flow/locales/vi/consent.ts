import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Ảnh khuôn mặt của bạn. Khuôn mặt được đo thành các con số để phân biệt với khuôn mặt khác.',
  phone: 'Số điện thoại của bạn và mã bạn nhận được ở đó.',
  email: 'Địa chỉ email của bạn và mã bạn nhận được ở đó.',
  answers: 'Những gì bạn nhập hoặc thêm ở các trang sau.',
  records: 'Những gì hồ sơ chúng tôi tra cứu ghi về bạn.',
  whyFace: 'Để kiểm tra chính bạn đang thực hiện.',
  whyGiven: 'Để kiểm tra thông tin bạn cung cấp là đúng và là của bạn.',
  startText: '{requester} đề nghị bạn xác nhận một vài thông tin. Việc này mất khoảng hai phút.',
  startPrivate: 'Thông tin được mã hóa khi gửi và chỉ dùng cho lần kiểm tra này',
  papers: 'Một lá thư, hóa đơn hoặc giấy tờ khác và thông tin in trên đó.',
} satisfies Translated<typeof en>;
