import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Visa var du bor',
  text: 'Vi behöver ett dokument som visar ditt namn och din adress.',
  accepted: 'Det här kan du använda',
  type_utility_bill: 'Räkning för el, gas eller vatten',
  type_phone_bill: 'Telefon- eller interneträkning',
  type_bank_statement: 'Kontoutdrag',
  type_tax_document: 'Skattebesked',
  type_insurance_document: 'Försäkringshandling',
  type_rental_agreement: 'Hyresavtal',
  type_pay_slip: 'Lönespecifikation',
  type_residence_certificate: 'Personbevis',
  type_other: 'Ett annat officiellt brev',
  recent: {one: 'Inte äldre än {count} dag', other: 'Inte äldre än {count} dagar'},
  whole: 'Ditt namn, din adress och datumet går att läsa',
  file: 'Välj en fil',
  photo: 'Ta ett foto',
  pagesTitle: 'Är det allt?',
  pagesText: 'Om ditt namn, din adress eller datumet står på en annan sida, lägg till den.',
  page: 'Sida {number}',
  addPage: 'Lägg till en sida',
  remove: 'Ta bort',
  removeOne: 'Ta bort sida {number}',
  send: 'Skicka',
} satisfies Translated<typeof en>;
