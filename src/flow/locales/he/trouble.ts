import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'משהו השתבש',
  errorText: 'זו לא אשמתכם. מה שעשיתם עד כה נשמר. נסו שוב.',
  errorNetworkTitle: 'אין חיבור',
  errorNetworkText: 'לא הצלחנו להגיע לשרת שלנו. בדקו את החיבור ונסו שוב; מה שעשיתם עד כה נשמר.',
  errorSessionTitle: 'החיבור הסתיים',
  errorSessionText:
    'הוא מסתיים אחרי זמן ללא פעילות, כדי לשמור על המידע שלכם. חזרו למקום שממנו הגעתם ופתחו שוב: תמשיכו מהמקום שבו עצרתם.',
  errorLinkTitle: 'כבר השתמשו בקישור הזה',
  errorLinkText: 'קישור פועל פעם אחת ולזמן מוגבל. בקשו קישור חדש במקום שבו קיבלתם את זה.',
  errorVersionTitle: 'טענו את הדף מחדש',
  errorVersionText: 'הדף שממנו הגעתם משתמש בגרסה ישנה יותר. טענו אותו מחדש ונסו שוב.',
  errorConfigTitle: 'אי אפשר לפתוח את האימות הזה',
  errorConfigText: 'משהו חסר באופן שבו הוא נפתח. ספרו על כך למי ששלחו אתכם לכאן.',
  errorInactiveTitle: 'האימות הזה אינו זמין',
  errorInactiveText: 'הוא כובה על ידי מי שמפעילים אותו. שאלו אותם מה לעשות.',
  errorBusyTitle: 'יותר מדי ניסיונות',
  errorBusyText: 'המתינו רגע ונסו שוב.',
  errorOpenTitle: 'פתחו מהמקום שבו התחלתם',
  errorOpenText: 'האימות הזה כבר התחיל. חזרו למקום שבו התחלתם ופתחו אותו משם: תמשיכו מהמקום שבו עצרתם.',
  details: 'פרטים לתמיכה',
  leftTitle: 'יצאתם מהאימות',
  leftText: 'דבר לא אבד. אפשר להמשיך עכשיו או לחזור אחר כך.',
  leftContinue: 'המשך',
} satisfies Translated<typeof en>;
