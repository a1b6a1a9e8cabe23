import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'סיימנו, תודה',
  successText: 'זה הכול. אפשר לחזור עכשיו.',
  reviewTitle: 'תודה, קיבלנו הכול',
  reviewText: 'מישהו יבדוק את זה. התוצאה תימסר לכם מטעם {requester}; אין צורך להמתין כאן.',
  successReturn: 'חזרה אל {requester}',
  successReturning: 'מחזירים אתכם אל {requester}',
  successClose: 'סגירה',
  successMayClose: 'אפשר לסגור את הדף עכשיו.',
  failedTitle: 'לא הצלחנו להשלים את האימות',
  failedText: 'זה מה שמנע זאת:',
  failedTextPlain: 'אפשר לברר מה לעשות עכשיו אצל {requester}.',
  failedNext: 'לעזרה, פנו אל {requester}.',
  restart: 'התחלה מחדש',
  expiredTitle: 'תוקף האימות הזה פג',
  expiredText: 'למען בטיחותכם הוא פתוח לזמן מוגבל. חזרו אל {requester} והתחילו שוב.',
  expiredTextPlain: 'למען בטיחותכם הוא פתוח לזמן מוגבל. חזרו למקום שממנו הגעתם והתחילו שוב.',
} satisfies Translated<typeof en>;
