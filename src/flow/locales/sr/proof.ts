import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Покажите где живите',
  text: 'Потребан нам је документ са вашим именом и адресом.',
  accepted: 'Шта можете користити',
  type_utility_bill: 'Рачун за струју, гас или воду',
  type_phone_bill: 'Рачун за телефон или интернет',
  type_bank_statement: 'Извод из банке',
  type_tax_document: 'Пореско решење',
  type_insurance_document: 'Документ о осигурању',
  type_rental_agreement: 'Уговор о закупу',
  type_pay_slip: 'Платни листић',
  type_residence_certificate: 'Потврда о пребивалишту',
  type_other: 'Други званични допис',
  recent: {
    one: 'Није старији од {count} дана',
    few: 'Није старији од {count} дана',
    other: 'Није старији од {count} дана',
  },
  whole: 'Име, адреса и датум су читљиви',
  file: 'Изабери фајл',
  photo: 'Сликај',
  pagesTitle: 'Да ли је то све?',
  pagesText: 'Ако су име, адреса или датум на другој страници, додајте је.',
  page: 'Страница {number}',
  addPage: 'Додај страницу',
  remove: 'Уклони',
  removeOne: 'Уклони страницу {number}',
  send: 'Пошаљи',
} satisfies Translated<typeof en>;
