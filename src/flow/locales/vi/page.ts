import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Xác minh danh tính',
  noscript: 'Trang này cần JavaScript để dùng camera. Vui lòng bật lên, hoặc mở trang bằng trình duyệt khác.',
  refusedTitle: 'Không thể mở trang này tại đây',
  refusedText:
    'Trang web đã đưa bạn đến đây cần đổi một cài đặt. Không có gì được lưu. Vui lòng quay lại và báo cho họ.',
  refusedOwner: 'Dành cho nhà phát triển trang web',
} satisfies Translated<typeof en>;
