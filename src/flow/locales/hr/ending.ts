import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Gotovo, hvala vam',
  successText: 'To je bilo sve. Možete se vratiti.',
  reviewTitle: 'Hvala, imamo sve',
  reviewText: 'Netko će to pregledati. {requester} će vam javiti rezultat; ne morate čekati ovdje.',
  successReturn: 'Povratak: {requester}',
  successReturning: 'Vraćamo vas: {requester}',
  successClose: 'Zatvori',
  successMayClose: 'Sada možete zatvoriti ovu stranicu.',
  failedTitle: 'Nismo mogli dovršiti provjeru',
  failedText: 'Evo što je to spriječilo:',
  failedTextPlain: '{requester} vam može reći što sada učiniti.',
  failedNext: 'Ako trebate pomoć, obratite se: {requester}.',
  restart: 'Počni ispočetka',
  expiredTitle: 'Ova je provjera istekla',
  expiredText: 'Radi vaše sigurnosti otvorena je ograničeno vrijeme. Vratite se ({requester}) i započnite ponovno.',
  expiredTextPlain:
    'Radi vaše sigurnosti otvorena je ograničeno vrijeme. Vratite se odakle ste došli i započnite ponovno.',
} satisfies Translated<typeof en>;
