import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Færdig, tak',
  successText: 'Det var det hele. Du kan gå tilbage nu.',
  reviewTitle: 'Tak, vi har det hele',
  reviewText: 'Nogen ser på det. {requester} giver dig besked om resultatet; du behøver ikke vente her.',
  successReturn: 'Tilbage til {requester}',
  successReturning: 'Vi fører dig tilbage til {requester}',
  successClose: 'Luk',
  successMayClose: 'Du kan lukke denne side nu.',
  failedTitle: 'Vi kunne ikke gennemføre bekræftelsen',
  failedText: 'Dette stod i vejen:',
  failedTextPlain: '{requester} kan fortælle dig, hvad du kan gøre nu.',
  failedNext: 'Kontakt {requester}, hvis du har brug for hjælp.',
  restart: 'Start forfra',
  expiredTitle: 'Bekræftelsen er udløbet',
  expiredText: 'For din sikkerhed er den åben i begrænset tid. Gå tilbage til {requester}, og start forfra.',
  expiredTextPlain: 'For din sikkerhed er den åben i begrænset tid. Gå tilbage til, hvor du kom fra, og start forfra.',
} satisfies Translated<typeof en>;
