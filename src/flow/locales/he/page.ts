import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'אימות הזהות שלכם',
  noscript: 'הדף הזה צריך JavaScript כדי להשתמש במצלמה. הפעילו אותו, או פתחו את הדף בדפדפן אחר.',
  refusedTitle: 'אי אפשר לפתוח את זה כאן',
  refusedText: 'האתר ששלח אתכם לכאן צריך לשנות הגדרה. דבר לא נשמר. חזרו לשם ועדכנו אותם.',
  refusedOwner: 'למפתחי האתר',
} satisfies Translated<typeof en>;
