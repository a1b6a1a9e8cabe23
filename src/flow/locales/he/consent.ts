import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'תמונות של הפנים שלכם. הפנים נמדדות: מהן מופקים מספרים שמבדילים אותן מפנים אחרות.',
  phone: 'מספר הטלפון שלכם, והקוד שתקבלו בו.',
  email: 'כתובת הדוא״ל שלכם, והקוד שתקבלו בה.',
  answers: 'מה שתזינו או תוסיפו בדפים הבאים.',
  records: 'מה שכתוב עליכם במאגרים שבהם אנחנו מחפשים.',
  whyFace: 'כדי לבדוק שזה באמת אתם, עכשיו.',
  whyGiven: 'כדי לבדוק שמה שמסרתם נכון ושייך לכם.',
  startText: 'לבקשת {requester}, תאשרו כמה פרטים. זה לוקח כשתי דקות.',
  startPrivate: 'מה שתמסרו נשלח מוצפן ומשמש לבדיקה הזו בלבד',
  papers: 'מכתב, חשבון או נייר אחר, והפרטים המודפסים עליו.',
} satisfies Translated<typeof en>;
