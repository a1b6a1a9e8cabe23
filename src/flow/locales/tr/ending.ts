import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Tamamlandı, teşekkürler',
  successText: 'Hepsi bu kadardı. Artık geri dönebilirsiniz.',
  reviewTitle: 'Teşekkürler, her şey elimizde',
  reviewText: 'Bir kişi inceleyecek. Sonucu size {requester} bildirecek; burada beklemeniz gerekmez.',
  successReturn: 'Geri dön: {requester}',
  successReturning: 'Geri götürülüyorsunuz: {requester}',
  successClose: 'Kapat',
  successMayClose: 'Bu sayfayı artık kapatabilirsiniz.',
  failedTitle: 'Doğrulamayı tamamlayamadık',
  failedText: 'Engel olan şuydu:',
  failedTextPlain: '{requester}, şimdi ne yapabileceğinizi söyleyebilir.',
  failedNext: 'Yardım gerekirse {requester} ile iletişime geçin.',
  restart: 'Yeniden başla',
  expiredTitle: 'Bu doğrulamanın süresi doldu',
  expiredText: 'Güvenliğiniz için sınırlı süre açık kalır. {requester} sayfasına dönüp yeniden başlatın.',
  expiredTextPlain: 'Güvenliğiniz için sınırlı süre açık kalır. Geldiğiniz yere dönüp yeniden başlatın.',
} satisfies Translated<typeof en>;
