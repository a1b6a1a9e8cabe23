import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Tutto fatto, grazie',
  successText: 'Era tutto. Ora puoi tornare indietro.',
  reviewTitle: 'Grazie, abbiamo tutto',
  reviewText: 'Qualcuno lo esaminerà. {requester} ti dirà il risultato; non devi aspettare qui.',
  successReturn: 'Torna a {requester}',
  successReturning: 'Ti riportiamo a {requester}',
  successClose: 'Chiudi',
  successMayClose: 'Ora puoi chiudere questa pagina.',
  failedTitle: 'Non siamo riusciti a completare la verifica',
  failedText: 'Ecco cosa l’ha impedita:',
  failedTextPlain: '{requester} può dirti cosa fare ora.',
  failedNext: 'Contatta {requester} se ti serve aiuto.',
  restart: 'Ricomincia',
  expiredTitle: 'Questa verifica è scaduta',
  expiredText: 'Per la tua sicurezza resta aperta per un tempo limitato. Torna a {requester} e ricomincia.',
  expiredTextPlain: 'Per la tua sicurezza resta aperta per un tempo limitato. Torna da dove sei venuto e ricomincia.',
} satisfies Translated<typeof en>;
