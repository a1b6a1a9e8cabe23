import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Doložte, kde bydlíte',
  text: 'Potřebujeme dokument s vaším jménem a adresou.',
  accepted: 'Co můžete použít',
  type_utility_bill: 'Účet za elektřinu, plyn nebo vodu',
  type_phone_bill: 'Účet za telefon nebo internet',
  type_bank_statement: 'Výpis z účtu',
  type_tax_document: 'Daňový dokument',
  type_insurance_document: 'Pojistný dokument',
  type_rental_agreement: 'Nájemní smlouva',
  type_pay_slip: 'Výplatní páska',
  type_residence_certificate: 'Potvrzení o pobytu',
  type_other: 'Jiný úřední dopis',
  recent: {
    one: 'Ne starší než {count} den',
    few: 'Ne starší než {count} dny',
    many: 'Ne starší než {count} dne',
    other: 'Ne starší než {count} dní',
  },
  whole: 'Jméno, adresa a datum jsou čitelné',
  file: 'Zvolit soubor',
  photo: 'Vyfotit',
  pagesTitle: 'Je to všechno?',
  pagesText: 'Pokud jsou jméno, adresa nebo datum na jiné stránce, přidejte ji.',
  page: 'Stránka {number}',
  addPage: 'Přidat další stránku',
  remove: 'Odebrat',
  removeOne: 'Odebrat stránku {number}',
  send: 'Odeslat',
} satisfies Translated<typeof en>;
