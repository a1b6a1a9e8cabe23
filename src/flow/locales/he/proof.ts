import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'הראו היכן אתם גרים',
  text: 'דרוש לנו מסמך שמראה את השם והכתובת שלכם.',
  accepted: 'במה אפשר להשתמש',
  type_utility_bill: 'חשבון חשמל, גז או מים',
  type_phone_bill: 'חשבון טלפון או אינטרנט',
  type_bank_statement: 'דף חשבון בנק',
  type_tax_document: 'הודעת מס',
  type_insurance_document: 'מסמך ביטוח',
  type_rental_agreement: 'חוזה שכירות',
  type_pay_slip: 'תלוש שכר',
  type_residence_certificate: 'אישור תושבות',
  type_other: 'מכתב רשמי אחר',
  recent: {one: 'לא ישן יותר מיום אחד', two: 'לא ישן יותר מיומיים', other: 'לא ישן יותר מאשר {count} ימים'},
  whole: 'השם, הכתובת והתאריך קריאים',
  file: 'בחירת קובץ',
  photo: 'צילום תמונה',
  pagesTitle: 'זה הכול?',
  pagesText: 'אם השם, הכתובת או התאריך נמצאים בעמוד אחר, הוסיפו אותו.',
  page: 'עמוד {number}',
  addPage: 'הוספת עמוד',
  remove: 'הסרה',
  removeOne: 'הסרת עמוד {number}',
  send: 'שליחה',
} satisfies Translated<typeof en>;
