import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Hazırdır, təşəkkür edirik',
  successText: 'Bu qədər. İndi qayıda bilərsiniz.',
  reviewTitle: 'Təşəkkür edirik, hər şeyi aldıq',
  reviewText: 'Əməkdaş ona baxacaq. {requester} nəticəni sizə bildirəcək; burada gözləməyə ehtiyac yoxdur.',
  successReturn: 'Qayıt: {requester}',
  successReturning: 'Sizi qaytarırıq: {requester}',
  successClose: 'Bağla',
  successMayClose: 'İndi bu səhifəni bağlaya bilərsiniz.',
  failedTitle: 'Təsdiqləməni tamamlaya bilmədik',
  failedText: 'Buna mane olan:',
  failedTextPlain: '{requester} indi nə edəcəyinizi deyə bilər.',
  failedNext: 'Kömək lazımdırsa, əlaqə saxlayın: {requester}.',
  restart: 'Yenidən başla',
  expiredTitle: 'Bu təsdiqləmənin vaxtı bitib',
  expiredText: 'Təhlükəsizliyiniz üçün o, məhdud müddət açıq qalır. Geri qayıdın ({requester}) və yenidən başlayın.',
  expiredTextPlain: 'Təhlükəsizliyiniz üçün o, məhdud müddət açıq qalır. Gəldiyiniz yerə qayıdın və yenidən başlayın.',
} satisfies Translated<typeof en>;
