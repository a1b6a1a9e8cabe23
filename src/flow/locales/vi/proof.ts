import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Chứng minh nơi bạn sống',
  text: 'Chúng tôi cần giấy tờ ghi tên và địa chỉ của bạn.',
  accepted: 'Bạn có thể dùng',
  type_utility_bill: 'Hóa đơn điện, gas hoặc nước',
  type_phone_bill: 'Hóa đơn điện thoại hoặc internet',
  type_bank_statement: 'Sao kê ngân hàng',
  type_tax_document: 'Thông báo thuế',
  type_insurance_document: 'Giấy tờ bảo hiểm',
  type_rental_agreement: 'Hợp đồng thuê nhà',
  type_pay_slip: 'Phiếu lương',
  type_residence_certificate: 'Giấy xác nhận cư trú',
  type_other: 'Thư chính thức khác',
  recent: {other: 'Không cũ hơn {count} ngày'},
  whole: 'Đọc được tên, địa chỉ và ngày tháng',
  file: 'Chọn tệp',
  photo: 'Chụp ảnh',
  pagesTitle: 'Đã đủ chưa?',
  pagesText: 'Nếu tên, địa chỉ hoặc ngày tháng ở trang khác, hãy thêm trang đó.',
  page: 'Trang {number}',
  addPage: 'Thêm trang khác',
  remove: 'Xóa',
  removeOne: 'Xóa trang {number}',
  send: 'Gửi',
} satisfies Translated<typeof en>;
