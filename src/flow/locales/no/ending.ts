import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Ferdig, takk',
  successText: 'Det var alt. Du kan gå tilbake nå.',
  reviewTitle: 'Takk, vi har alt',
  reviewText: 'Noen vil se på det. {requester} gir deg beskjed om resultatet; du trenger ikke å vente her.',
  successReturn: 'Tilbake til {requester}',
  successReturning: 'Vi tar deg tilbake til {requester}',
  successClose: 'Lukk',
  successMayClose: 'Du kan lukke denne siden nå.',
  failedTitle: 'Vi kunne ikke fullføre bekreftelsen',
  failedText: 'Dette sto i veien:',
  failedTextPlain: '{requester} kan fortelle deg hva du kan gjøre nå.',
  failedNext: 'Kontakt {requester} hvis du trenger hjelp.',
  restart: 'Start på nytt',
  expiredTitle: 'Bekreftelsen er utløpt',
  expiredText: 'For din sikkerhet er den åpen i begrenset tid. Gå tilbake til {requester} og start på nytt.',
  expiredTextPlain: 'For din sikkerhet er den åpen i begrenset tid. Gå tilbake dit du kom fra, og start på nytt.',
} satisfies Translated<typeof en>;
