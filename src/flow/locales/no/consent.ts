import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Bilder av ansiktet ditt. Det måles: det blir tall som skiller det fra andre.',
  phone: 'Telefonnummeret ditt og koden du får dit.',
  email: 'E-postadressen din og koden du får dit.',
  answers: 'Det du skriver inn eller legger til på de neste sidene.',
  records: 'Det registrene vi søker i, sier om deg.',
  whyFace: 'For å kontrollere at det virkelig er deg, nå.',
  whyGiven: 'For å kontrollere at det du oppgir, stemmer og er ditt.',
  startText: '{requester} ber deg bekrefte noen opplysninger. Det tar omtrent to minutter.',
  startPrivate: 'Opplysningene sendes kryptert og brukes bare til denne kontrollen',
  papers: 'Et brev, en regning eller et annet papir og opplysningene som står på det.',
} satisfies Translated<typeof en>;
