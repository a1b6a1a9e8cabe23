import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'בודקים את המסמך',
  processingSelfie: 'בודקים את הסלפי',
  processingDetails: 'בודקים את הפרטים',
  processingPhone: 'בודקים את המספר',
  processingEmail: 'בודקים את הכתובת',
  processingText: 'זה לוקח בדרך כלל כמה שניות. אין צורך לעשות דבר.',
  processingSlow: 'זה לוקח יותר מהרגיל. אפשר להישאר או לצאת: הבדיקה נמשכת גם בלעדיכם.',
  word_received: 'התמונות התקבלו',
  word_found_document: 'המסמך נמצא',
  word_reading_text: 'קוראים את הטקסט',
  word_reading_barcode: 'קוראים את הברקוד',
  word_checking_dates: 'בודקים את התאריכים',
  word_finding_face: 'מאתרים את הפנים',
  word_checking_liveness: 'בודקים שזה אתם, עכשיו',
  word_comparing_faces: 'משווים למסמך',
  word_searching_records: 'מחפשים את הרישום שלכם',
  word_deciding: 'מסכמים הכול',
  stateDone: 'הושלם',
  stateNow: 'מתבצע',
  stateNext: 'בהמשך',
} satisfies Translated<typeof en>;
