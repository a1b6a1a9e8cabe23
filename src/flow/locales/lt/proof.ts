import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Parodykite, kur gyvenate',
  text: 'Mums reikia dokumento su jūsų vardu ir adresu.',
  accepted: 'Ką galite naudoti',
  type_utility_bill: 'Sąskaita už elektrą, dujas ar vandenį',
  type_phone_bill: 'Sąskaita už telefoną ar internetą',
  type_bank_statement: 'Banko sąskaitos išrašas',
  type_tax_document: 'Mokesčių pranešimas',
  type_insurance_document: 'Draudimo dokumentas',
  type_rental_agreement: 'Nuomos sutartis',
  type_pay_slip: 'Algalapis',
  type_residence_certificate: 'Gyvenamosios vietos pažyma',
  type_other: 'Kitas oficialus raštas',
  recent: {
    one: 'Ne senesnis kaip {count} dienos',
    few: 'Ne senesnis kaip {count} dienų',
    many: 'Ne senesnis kaip {count} dienos',
    other: 'Ne senesnis kaip {count} dienų',
  },
  whole: 'Vardas, adresas ir data įskaitomi',
  file: 'Pasirinkti failą',
  photo: 'Fotografuoti',
  pagesTitle: 'Ar tai viskas?',
  pagesText: 'Jei vardas, adresas ar data yra kitame puslapyje, pridėkite jį.',
  page: '{number} puslapis',
  addPage: 'Pridėti puslapį',
  remove: 'Pašalinti',
  removeOne: 'Pašalinti {number} puslapį',
  send: 'Siųsti',
} satisfies Translated<typeof en>;
