import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Kuvia kasvoistanne. Kasvot mitataan: niistä lasketaan lukuja, jotka erottavat ne muista kasvoista.',
  phone: 'Puhelinnumeronne ja siihen saamanne koodi.',
  email: 'Sähköpostiosoitteenne ja siihen saamanne koodi.',
  answers: 'Mitä kirjoitatte tai lisäätte seuraavilla sivuilla.',
  records: 'Mitä rekisterit, joista haemme, kertovat teistä.',
  whyFace: 'Tarkistaaksemme, että kyseessä olette todella te, juuri nyt.',
  whyGiven: 'Tarkistaaksemme, että antamanne tiedot ovat oikein ja teidän.',
  startText: '{requester} pyytää teitä vahvistamaan muutaman tiedon. Tähän menee noin kaksi minuuttia.',
  startPrivate: 'Tiedot lähetetään salattuina, ja niitä käytetään vain tähän tarkistukseen',
  papers: 'Kirje, lasku tai muu paperi ja siihen painetut tiedot.',
} satisfies Translated<typeof en>;
