import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Končano, hvala',
  successText: 'To je bilo vse. Zdaj se lahko vrnete.',
  reviewTitle: 'Hvala, imamo vse',
  reviewText: 'Nekdo bo to pregledal. Izid vam sporoči {requester}; ni vam treba čakati tukaj.',
  successReturn: 'Nazaj na {requester}',
  successReturning: 'Vračamo vas na {requester}',
  successClose: 'Zapri',
  successMayClose: 'To stran lahko zdaj zaprete.',
  failedTitle: 'Preverjanja nismo mogli dokončati',
  failedText: 'To je bila ovira:',
  failedTextPlain: '{requester} vam lahko pove, kaj storiti zdaj.',
  failedNext: 'Če potrebujete pomoč, se obrnite na {requester}.',
  restart: 'Začni znova',
  expiredTitle: 'To preverjanje je poteklo',
  expiredText: 'Zaradi vaše varnosti je odprto omejen čas. Vrnite se na {requester} in začnite znova.',
  expiredTextPlain: 'Zaradi vaše varnosti je odprto omejen čas. Vrnite se tja, od koder prihajate, in začnite znova.',
} satisfies Translated<typeof en>;
