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
  startText: '{requester} pyytää teitä vahvistamaan muutaman tiedon. Tähän menee noin kaksi minuuttia.',
  startPrivate: 'Tiedot lähetetään salattuina, ja niitä käytetään vain tähän tarkistukseen',
  whatPapers: 'Kirje, lasku tai muu paperi ja siihen painetut tiedot.',
} satisfies Translated<typeof en>;
