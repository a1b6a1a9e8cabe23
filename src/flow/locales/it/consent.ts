import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Immagini del tuo viso. Viene misurato: se ne ricavano numeri che lo distinguono da altri.',
  phone: 'Il tuo numero di telefono e il codice che vi ricevi.',
  email: 'Il tuo indirizzo e-mail e il codice che vi ricevi.',
  answers: 'Quello che inserisci o aggiungi nelle pagine seguenti.',
  records: 'Quello che dicono di te i registri che consultiamo.',
  whyFace: 'Per controllare che sia davvero tu, adesso.',
  whyGiven: 'Per controllare che quanto indichi sia giusto e tuo.',
  startText: '{requester} ti chiede di confermare alcuni dati. Servono circa due minuti.',
  startPrivate: 'I tuoi dati sono inviati cifrati e usati solo per questo controllo',
  papers: 'Una lettera, una bolletta o un’altra carta e i dati che vi sono stampati.',
} satisfies Translated<typeof en>;
