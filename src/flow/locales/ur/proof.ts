import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'دکھائیں کہ آپ کہاں رہتے ہیں',
  text: 'ہمیں ایسی دستاویز چاہیے جس پر آپ کا نام اور پتہ ہو۔',
  accepted: 'آپ کیا استعمال کر سکتے ہیں',
  type_utility_bill: 'بجلی، گیس یا پانی کا بل',
  type_phone_bill: 'فون یا انٹرنیٹ کا بل',
  type_bank_statement: 'بینک اسٹیٹمنٹ',
  type_tax_document: 'ٹیکس نوٹس',
  type_insurance_document: 'بیمہ دستاویز',
  type_rental_agreement: 'کرایہ نامہ',
  type_pay_slip: 'تنخواہ کی پرچی',
  type_residence_certificate: 'رہائش کا سرٹیفکیٹ',
  type_other: 'کوئی اور سرکاری خط',
  recent: {one: '{count} دن سے زیادہ پرانا نہ ہو', other: '{count} دن سے زیادہ پرانا نہ ہو'},
  whole: 'آپ کا نام، پتہ اور تاریخ پڑھے جا سکتے ہیں',
  file: 'فائل چنیں',
  photo: 'تصویر لیں',
  pagesTitle: 'کیا بس یہی ہے؟',
  pagesText: 'اگر آپ کا نام، پتہ یا تاریخ دوسرے صفحے پر ہے تو اسے شامل کریں۔',
  page: 'صفحہ {number}',
  addPage: 'ایک اور صفحہ شامل کریں',
  remove: 'ہٹائیں',
  removeOne: 'صفحہ {number} ہٹائیں',
  send: 'بھیجیں',
} satisfies Translated<typeof en>;
