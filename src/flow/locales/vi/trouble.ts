import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Đã xảy ra sự cố',
  errorText: 'Đây không phải lỗi của bạn. Những gì bạn đã làm được giữ lại. Vui lòng thử lại.',
  errorNetworkTitle: 'Không có kết nối',
  errorNetworkText:
    'Không thể kết nối máy chủ của chúng tôi. Hãy kiểm tra kết nối rồi thử lại; những gì bạn đã làm được giữ lại.',
  errorSessionTitle: 'Phiên của bạn đã kết thúc',
  errorSessionText:
    'Phiên kết thúc sau một thời gian không hoạt động để bảo vệ dữ liệu. Hãy quay lại nơi bạn đã đến và mở lại: bạn sẽ làm tiếp từ chỗ đã dừng.',
  errorLinkTitle: 'Liên kết này đã được dùng',
  errorLinkText:
    'Liên kết chỉ dùng được một lần và trong thời gian giới hạn. Hãy yêu cầu liên kết mới ở nơi bạn đã nhận liên kết này.',
  errorVersionTitle: 'Vui lòng tải lại trang',
  errorVersionText: 'Trang bạn vừa truy cập dùng phiên bản cũ. Hãy tải lại trang rồi thử lại.',
  errorConfigTitle: 'Không mở được phần xác minh này',
  errorConfigText: 'Cách mở trang còn thiếu thông tin. Vui lòng báo cho bên đã đưa bạn đến đây.',
  errorInactiveTitle: 'Phần xác minh này không khả dụng',
  errorInactiveText: 'Bên quản lý đã tắt phần này. Vui lòng hỏi họ cần làm gì.',
  errorBusyTitle: 'Quá nhiều lần thử',
  errorBusyText: 'Vui lòng đợi một lát rồi thử lại.',
  errorOpenTitle: 'Hãy mở từ nơi bạn bắt đầu',
  errorOpenText:
    'Lượt xác minh này đã bắt đầu. Hãy quay lại nơi bạn bắt đầu và mở từ đó: bạn sẽ làm tiếp từ chỗ đã dừng.',
  details: 'Chi tiết cho bộ phận hỗ trợ',
  leftTitle: 'Bạn đã rời phần xác minh',
  leftText: 'Không mất gì cả. Bạn có thể tiếp tục ngay hoặc quay lại sau.',
  leftContinue: 'Tiếp tục',
} satisfies Translated<typeof en>;
