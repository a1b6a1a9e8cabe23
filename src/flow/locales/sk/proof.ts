import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Ukážte, kde žijete',
  text: 'Potrebujeme dokument s vaším menom a adresou.',
  accepted: 'Čo môžete použiť',
  type_utility_bill: 'Účet za elektrinu, plyn alebo vodu',
  type_phone_bill: 'Účet za telefón alebo internet',
  type_bank_statement: 'Výpis z účtu',
  type_tax_document: 'Daňový doklad',
  type_insurance_document: 'Poistný dokument',
  type_rental_agreement: 'Nájomná zmluva',
  type_pay_slip: 'Výplatná páska',
  type_residence_certificate: 'Potvrdenie o pobyte',
  type_other: 'Iný úradný list',
  recent: {
    one: 'Nie starší ako {count} deň',
    few: 'Nie starší ako {count} dni',
    many: 'Nie starší ako {count} dňa',
    other: 'Nie starší ako {count} dní',
  },
  whole: 'Meno, adresa a dátum sú čitateľné',
  file: 'Vybrať súbor',
  photo: 'Odfotiť',
  pagesTitle: 'Je to všetko?',
  pagesText: 'Ak sú meno, adresa alebo dátum na inej strane, pridajte ju.',
  page: 'Strana {number}',
  addPage: 'Pridať ďalšiu stranu',
  remove: 'Odstrániť',
  removeOne: 'Odstrániť stranu {number}',
  send: 'Odoslať',
} satisfies Translated<typeof en>;
