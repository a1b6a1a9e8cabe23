import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Pokažite, kje živite',
  text: 'Potrebujemo dokument z vašim imenom in naslovom.',
  accepted: 'Kaj lahko uporabite',
  type_utility_bill: 'Račun za elektriko, plin ali vodo',
  type_phone_bill: 'Račun za telefon ali internet',
  type_bank_statement: 'Bančni izpisek',
  type_tax_document: 'Davčna odločba',
  type_insurance_document: 'Zavarovalni dokument',
  type_rental_agreement: 'Najemna pogodba',
  type_pay_slip: 'Plačilna lista',
  type_residence_certificate: 'Potrdilo o prebivališču',
  type_other: 'Drug uradni dopis',
  recent: {
    one: 'Ni starejši od {count} dneva',
    two: 'Ni starejši od {count} dni',
    few: 'Ni starejši od {count} dni',
    other: 'Ni starejši od {count} dni',
  },
  whole: 'Vaše ime, naslov in datum so berljivi',
  file: 'Izberi datoteko',
  photo: 'Fotografiraj',
  pagesTitle: 'Je to vse?',
  pagesText: 'Če so ime, naslov ali datum na drugi strani, jo dodajte.',
  page: 'Stran {number}',
  addPage: 'Dodaj stran',
  remove: 'Odstrani',
  removeOne: 'Odstrani stran {number}',
  send: 'Pošlji',
} satisfies Translated<typeof en>;
