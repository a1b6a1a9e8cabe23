import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'הקוד שלכם עבור {requester}',
  codeMail:
    'הקוד שלכם הוא {code}\n\nהזינו אותו בדף של {requester} שבו התבקשתם להזין אותו. הוא תקף {minutes} דקות.\n\nאל תמסרו אותו לאיש, גם לא בטלפון. אם לא ביקשתם קוד, אין צורך לעשות דבר.',
  codeText: '{code} הוא הקוד שלכם עבור {requester}. אל תמסרו אותו לאיש.',
  linkSubject: 'להמשיך עם {requester} במכשיר הזה',
  linkMail:
    'ביקשתם להמשיך במכשיר אחר. פתחו שם את הקישור הזה:\n\n{link}\n\nהוא פועל פעם אחת, במשך שעה. אם לא ביקשתם אותו, אל תפתחו אותו.',
  linkText: '{requester}: המשיכו כאן: {link}',
} satisfies MessageWords;
