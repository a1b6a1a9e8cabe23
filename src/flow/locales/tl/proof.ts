import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Ipakita kung saan kayo nakatira',
  text: 'Kailangan namin ng dokumentong may pangalan at address ninyo.',
  accepted: 'Ano ang magagamit ninyo',
  type_utility_bill: 'Bill sa kuryente, gas o tubig',
  type_phone_bill: 'Bill sa telepono o internet',
  type_bank_statement: 'Statement ng bangko',
  type_tax_document: 'Abiso sa buwis',
  type_insurance_document: 'Dokumento ng insurance',
  type_rental_agreement: 'Kasunduan sa pag-upa',
  type_pay_slip: 'Payslip',
  type_residence_certificate: 'Sertipiko ng paninirahan',
  type_other: 'Ibang opisyal na liham',
  recent: {one: 'Hindi mas luma sa {count} araw', other: 'Hindi mas luma sa {count} na araw'},
  whole: 'Nababasa ang pangalan, address at petsa',
  file: 'Pumili ng file',
  photo: 'Kumuha ng litrato',
  pagesTitle: 'Iyon na ba ang lahat?',
  pagesText: 'Kung nasa ibang pahina ang pangalan, address o petsa, idagdag ito.',
  page: 'Pahina {number}',
  addPage: 'Magdagdag ng pahina',
  remove: 'Alisin',
  removeOne: 'Alisin ang pahina {number}',
  send: 'Ipadala',
} satisfies Translated<typeof en>;
