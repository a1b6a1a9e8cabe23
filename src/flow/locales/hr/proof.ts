import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Pokažite gdje živite',
  text: 'Treba nam dokument s vašim imenom i adresom.',
  accepted: 'Što možete upotrijebiti',
  type_utility_bill: 'Račun za struju, plin ili vodu',
  type_phone_bill: 'Račun za telefon ili internet',
  type_bank_statement: 'Bankovni izvadak',
  type_tax_document: 'Porezno rješenje',
  type_insurance_document: 'Dokument o osiguranju',
  type_rental_agreement: 'Ugovor o najmu',
  type_pay_slip: 'Platna lista',
  type_residence_certificate: 'Potvrda o prebivalištu',
  type_other: 'Drugi službeni dopis',
  recent: {
    one: 'Nije stariji od {count} dana',
    few: 'Nije stariji od {count} dana',
    other: 'Nije stariji od {count} dana',
  },
  whole: 'Ime, adresa i datum su čitljivi',
  file: 'Odaberi datoteku',
  photo: 'Fotografiraj',
  pagesTitle: 'Je li to sve?',
  pagesText: 'Ako su ime, adresa ili datum na drugoj stranici, dodajte je.',
  page: 'Stranica {number}',
  addPage: 'Dodaj stranicu',
  remove: 'Ukloni',
  removeOne: 'Ukloni stranicu {number}',
  send: 'Pošalji',
} satisfies Translated<typeof en>;
