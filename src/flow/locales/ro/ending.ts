import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Gata, vă mulțumim',
  successText: 'Asta a fost tot. Acum puteți reveni.',
  reviewTitle: 'Mulțumim, avem tot',
  reviewText: 'Cineva va examina datele. {requester} vă va comunica rezultatul; nu trebuie să așteptați aici.',
  successReturn: 'Înapoi la {requester}',
  successReturning: 'Vă ducem înapoi la {requester}',
  successClose: 'Închideți',
  successMayClose: 'Acum puteți închide această pagină.',
  failedTitle: 'Nu am putut finaliza verificarea',
  failedText: 'Iată ce a împiedicat-o:',
  failedTextPlain: '{requester} vă poate spune ce aveți de făcut acum.',
  failedNext: 'Contactați {requester} dacă aveți nevoie de ajutor.',
  restart: 'Începeți din nou',
  expiredTitle: 'Această verificare a expirat',
  expiredText: 'Pentru siguranța dvs., rămâne deschisă un timp limitat. Reveniți la {requester} și începeți din nou.',
  expiredTextPlain:
    'Pentru siguranța dvs., rămâne deschisă un timp limitat. Reveniți acolo de unde ați venit și începeți din nou.',
} satisfies Translated<typeof en>;
