import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Đã xong, cảm ơn bạn',
  successText: 'Mọi thứ đã hoàn tất. Bạn có thể quay lại.',
  reviewTitle: 'Cảm ơn bạn, chúng tôi đã nhận đủ',
  reviewText: 'Sẽ có người xem xét. {requester} sẽ báo kết quả cho bạn; bạn không cần đợi ở đây.',
  successReturn: 'Quay lại {requester}',
  successReturning: 'Đang đưa bạn về {requester}',
  successClose: 'Đóng',
  successMayClose: 'Bạn có thể đóng trang này.',
  failedTitle: 'Chúng tôi chưa thể hoàn tất xác minh',
  failedText: 'Lý do là:',
  failedTextPlain: '{requester} có thể cho bạn biết cần làm gì tiếp.',
  failedNext: 'Vui lòng liên hệ {requester} nếu cần trợ giúp.',
  restart: 'Bắt đầu lại',
  expiredTitle: 'Lượt xác minh này đã hết hạn',
  expiredText: 'Để bảo đảm an toàn, phần này chỉ mở trong thời gian giới hạn. Hãy quay lại {requester} và bắt đầu lại.',
  expiredTextPlain:
    'Để bảo đảm an toàn, phần này chỉ mở trong thời gian giới hạn. Hãy quay lại nơi bạn đã đến và bắt đầu lại.',
} satisfies Translated<typeof en>;
