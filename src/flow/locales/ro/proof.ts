import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Arătați unde locuiți',
  text: 'Avem nevoie de un document cu numele și adresa dvs.',
  accepted: 'Ce puteți folosi',
  type_utility_bill: 'Factură de curent, gaz sau apă',
  type_phone_bill: 'Factură de telefon sau internet',
  type_bank_statement: 'Extras de cont',
  type_tax_document: 'Decizie de impunere',
  type_insurance_document: 'Document de asigurare',
  type_rental_agreement: 'Contract de închiriere',
  type_pay_slip: 'Fluturaș de salariu',
  type_residence_certificate: 'Certificat de domiciliu',
  type_other: 'Altă scrisoare oficială',
  recent: {
    one: 'Nu mai vechi de {count} zi',
    few: 'Nu mai vechi de {count} zile',
    other: 'Nu mai vechi de {count} de zile',
  },
  whole: 'Numele, adresa și data se pot citi',
  file: 'Alegeți un fișier',
  photo: 'Faceți o fotografie',
  pagesTitle: 'Este tot?',
  pagesText: 'Dacă numele, adresa sau data sunt pe altă pagină, adăugați-o.',
  page: 'Pagina {number}',
  addPage: 'Adăugați o pagină',
  remove: 'Eliminați',
  removeOne: 'Eliminați pagina {number}',
  send: 'Trimiteți',
} satisfies Translated<typeof en>;
