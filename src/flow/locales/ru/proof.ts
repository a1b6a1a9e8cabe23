import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Подтвердите, где вы живёте',
  text: 'Нужен документ с вашим именем и адресом.',
  accepted: 'Что подойдёт',
  type_utility_bill: 'Счёт за электричество, газ или воду',
  type_phone_bill: 'Счёт за телефон или интернет',
  type_bank_statement: 'Банковская выписка',
  type_tax_document: 'Налоговое уведомление',
  type_insurance_document: 'Страховой документ',
  type_rental_agreement: 'Договор аренды',
  type_pay_slip: 'Расчётный лист',
  type_residence_certificate: 'Справка о месте жительства',
  type_other: 'Другое официальное письмо',
  recent: {
    one: 'Не старше {count} дня',
    few: 'Не старше {count} дней',
    many: 'Не старше {count} дней',
    other: 'Не старше {count} дня',
  },
  whole: 'Имя, адрес и дата хорошо читаются',
  file: 'Выбрать файл',
  photo: 'Сделать фото',
  pagesTitle: 'Это всё?',
  pagesText: 'Если имя, адрес или дата на другой странице, добавьте её.',
  page: 'Страница {number}',
  addPage: 'Добавить страницу',
  remove: 'Убрать',
  removeOne: 'Убрать страницу {number}',
  send: 'Отправить',
} satisfies Translated<typeof en>;
