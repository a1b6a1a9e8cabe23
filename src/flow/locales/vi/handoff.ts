import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Tiếp tục trên điện thoại',
  titleElsewhere: 'Tiếp tục trên thiết bị khác',
  text: 'Hướng camera điện thoại vào mã này. Mọi thứ bạn đã làm đều được giữ lại.',
  textElsewhere: 'Mở liên kết này trong trình duyệt hoặc thiết bị khác. Mọi thứ bạn đã làm đều được giữ lại.',
  codeAlt: 'Mã QR để mở phần xác minh này trên điện thoại',
  preparing: 'Đang tạo mã',
  link: 'Hoặc mở liên kết này ở đó',
  copy: 'Sao chép liên kết',
  copied: 'Đã sao chép',
  expires: 'Liên kết dùng được một lần, trong vòng một giờ.',
  another: 'Tạo mã mới',
  here: 'Tiếp tục tại đây',
  byEmail: 'Địa chỉ email của bạn',
  bySms: 'Số di động của bạn, kèm mã quốc gia',
  send: 'Gửi liên kết',
  sent: 'Liên kết đang được gửi.',
  sendWrong: 'Không thể gửi đến đó. Vui lòng kiểm tra nội dung đã nhập.',
  joinedTitle: 'Điện thoại của bạn đã kết nối',
  joinedText: 'Hãy tiếp tục ở đó. Trang này tự cập nhật, và bạn không mất gì nếu đóng trang.',
  joinedAt: 'Đã kết nối lúc {time}',
  refuse: 'Không phải tôi',
  refused: 'Thiết bị đó không thể làm gì nữa. Đây là mã mới.',
  inAppTitle: 'Mở bằng trình duyệt',
  inAppText:
    'Ứng dụng bạn đang dùng không cho trang web dùng camera. Hãy sao chép liên kết và mở trong trình duyệt, hoặc tải ảnh lên.',
  inAppOpen: 'Mở trong trình duyệt',
} satisfies Translated<typeof en>;
