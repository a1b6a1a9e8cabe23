import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Zeigen Sie, wo Sie wohnen',
  text: 'Wir brauchen ein Dokument mit Ihrem Namen und Ihrer Adresse.',
  accepted: 'Das können Sie nehmen',
  type_utility_bill: 'Strom-, Gas- oder Wasserrechnung',
  type_phone_bill: 'Telefon- oder Internetrechnung',
  type_bank_statement: 'Kontoauszug',
  type_tax_document: 'Steuerbescheid',
  type_insurance_document: 'Versicherungsschein',
  type_rental_agreement: 'Mietvertrag',
  type_pay_slip: 'Gehaltsabrechnung',
  type_residence_certificate: 'Meldebestätigung',
  type_other: 'Ein anderes amtliches Schreiben',
  recent: {one: 'Nicht älter als {count} Tag', other: 'Nicht älter als {count} Tage'},
  whole: 'Ihr Name, Ihre Adresse und das Datum sind lesbar',
  file: 'Datei wählen',
  photo: 'Foto machen',
  pagesTitle: 'Ist das alles?',
  pagesText: 'Stehen Name, Adresse oder Datum auf einer weiteren Seite, fügen Sie sie hinzu.',
  page: 'Seite {number}',
  addPage: 'Weitere Seite hinzufügen',
  remove: 'Entfernen',
  removeOne: 'Seite {number} entfernen',
  send: 'Senden',
} satisfies Translated<typeof en>;
