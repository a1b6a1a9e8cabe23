import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Laat zien waar u woont',
  text: 'We hebben een document nodig waarop uw naam en adres staan.',
  accepted: 'Wat u kunt gebruiken',
  type_utility_bill: 'Rekening voor stroom, gas of water',
  type_phone_bill: 'Telefoon- of internetrekening',
  type_bank_statement: 'Bankafschrift',
  type_tax_document: 'Belastingaanslag',
  type_insurance_document: 'Verzekeringsdocument',
  type_rental_agreement: 'Huurcontract',
  type_pay_slip: 'Loonstrook',
  type_residence_certificate: 'Bewijs van inschrijving',
  type_other: 'Een andere officiële brief',
  recent: {one: 'Niet ouder dan {count} dag', other: 'Niet ouder dan {count} dagen'},
  whole: 'Uw naam, uw adres en de datum zijn leesbaar',
  file: 'Bestand kiezen',
  photo: 'Foto maken',
  pagesTitle: 'Is dat alles?',
  pagesText: 'Staan uw naam, uw adres of de datum op een andere pagina, voeg die dan toe.',
  page: 'Pagina {number}',
  addPage: 'Nog een pagina toevoegen',
  remove: 'Verwijderen',
  removeOne: 'Pagina {number} verwijderen',
  send: 'Versturen',
} satisfies Translated<typeof en>;
