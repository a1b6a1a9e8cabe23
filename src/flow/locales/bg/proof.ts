import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Покажете къде живеете',
  text: 'Нужен ни е документ с вашето име и адрес.',
  accepted: 'Какво можете да използвате',
  type_utility_bill: 'Сметка за ток, газ или вода',
  type_phone_bill: 'Сметка за телефон или интернет',
  type_bank_statement: 'Банково извлечение',
  type_tax_document: 'Данъчен документ',
  type_insurance_document: 'Застрахователен документ',
  type_rental_agreement: 'Договор за наем',
  type_pay_slip: 'Фиш за заплата',
  type_residence_certificate: 'Удостоверение за адрес',
  type_other: 'Друго официално писмо',
  recent: {one: 'Не по-стар от {count} ден', other: 'Не по-стар от {count} дни'},
  whole: 'Името ви, адресът и датата се четат',
  file: 'Избор на файл',
  photo: 'Снимане',
  pagesTitle: 'Това ли е всичко?',
  pagesText: 'Ако името, адресът или датата са на друга страница, добавете я.',
  page: 'Страница {number}',
  addPage: 'Добавяне на страница',
  remove: 'Премахване',
  removeOne: 'Премахване на страница {number}',
  send: 'Изпращане',
} satisfies Translated<typeof en>;
