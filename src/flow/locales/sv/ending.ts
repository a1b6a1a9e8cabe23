import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Allt är klart, tack',
  successText: 'Det var allt. Du kan gå tillbaka nu.',
  reviewTitle: 'Tack, vi har allt vi behöver',
  reviewText: 'Någon kommer att titta på det. {requester} meddelar dig resultatet; du behöver inte vänta här.',
  successReturn: 'Tillbaka till {requester}',
  successReturning: 'Vi tar dig tillbaka till {requester}',
  successClose: 'Stäng',
  successMayClose: 'Du kan stänga sidan nu.',
  failedTitle: 'Vi kunde inte slutföra verifieringen',
  failedText: 'Det här stod i vägen:',
  failedTextPlain: '{requester} kan berätta vad du gör nu.',
  failedNext: 'Kontakta {requester} om du behöver hjälp.',
  restart: 'Börja om',
  expiredTitle: 'Verifieringen har gått ut',
  expiredText: 'För din säkerhet är den öppen en begränsad tid. Gå tillbaka till {requester} och börja om.',
  expiredTextPlain: 'För din säkerhet är den öppen en begränsad tid. Gå tillbaka dit du kom från och börja om.',
} satisfies Translated<typeof en>;
