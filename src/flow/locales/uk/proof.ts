import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Підтвердьте, де ви живете',
  text: 'Потрібен документ із вашим іменем та адресою.',
  accepted: 'Що підійде',
  type_utility_bill: 'Рахунок за електрику, газ або воду',
  type_phone_bill: 'Рахунок за телефон або інтернет',
  type_bank_statement: 'Банківська виписка',
  type_tax_document: 'Податкове повідомлення',
  type_insurance_document: 'Страховий документ',
  type_rental_agreement: 'Договір оренди',
  type_pay_slip: 'Розрахунковий лист',
  type_residence_certificate: 'Довідка про місце проживання',
  type_other: 'Інший офіційний лист',
  recent: {
    one: 'Не старіший за {count} день',
    few: 'Не старіший за {count} дні',
    many: 'Не старіший за {count} днів',
    other: 'Не старіший за {count} дня',
  },
  whole: 'Ім’я, адреса й дата добре читаються',
  file: 'Вибрати файл',
  photo: 'Зробити фото',
  pagesTitle: 'Це все?',
  pagesText: 'Якщо ім’я, адреса або дата на іншій сторінці, додайте її.',
  page: 'Сторінка {number}',
  addPage: 'Додати сторінку',
  remove: 'Прибрати',
  removeOne: 'Прибрати сторінку {number}',
  send: 'Надіслати',
} satisfies Translated<typeof en>;
