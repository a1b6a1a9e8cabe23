import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Kuvia kasvoistanne. Kasvot mitataan: niistä lasketaan lukuja, jotka erottavat ne muista kasvoista.',
  whatPhone: 'Puhelinnumeronne ja siihen saamanne koodi.',
  whatEmail: 'Sähköpostiosoitteenne ja siihen saamanne koodi.',
  whatAnswers: 'Mitä kirjoitatte tai lisäätte seuraavilla sivuilla.',
  whatRecords: 'Mitä rekisterit, joista haemme, kertovat teistä.',
  whyFace: 'Tarkistaaksemme, että kyseessä olette todella te, juuri nyt.',
  whyGiven: 'Tarkistaaksemme, että antamanne tiedot ovat oikein ja teidän.',
} satisfies Translated<typeof en>;
