import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Igazolja a lakcímét',
  text: 'Olyan dokumentumra van szükség, amelyen a neve és a címe szerepel.',
  accepted: 'Ezeket használhatja',
  type_utility_bill: 'Villany-, gáz- vagy vízszámla',
  type_phone_bill: 'Telefon- vagy internetszámla',
  type_bank_statement: 'Bankszámlakivonat',
  type_tax_document: 'Adóhatósági értesítés',
  type_insurance_document: 'Biztosítási dokumentum',
  type_rental_agreement: 'Bérleti szerződés',
  type_pay_slip: 'Bérjegyzék',
  type_residence_certificate: 'Lakcímigazolás',
  type_other: 'Más hivatalos levél',
  recent: {one: 'Legfeljebb {count} napos', other: 'Legfeljebb {count} napos'},
  whole: 'A név, a cím és a dátum olvasható',
  file: 'Fájl választása',
  photo: 'Fényképezés',
  pagesTitle: 'Ez minden?',
  pagesText: 'Ha a név, a cím vagy a dátum másik oldalon áll, adja hozzá azt is.',
  page: '{number}. oldal',
  addPage: 'Újabb oldal hozzáadása',
  remove: 'Eltávolítás',
  removeOne: '{number}. oldal eltávolítása',
  send: 'Küldés',
} satisfies Translated<typeof en>;
