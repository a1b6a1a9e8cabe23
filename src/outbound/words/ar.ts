import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'رمزك لدى {requester}',
  codeMail:
    'رمزك هو {code}\n\nاكتبه في صفحة {requester} التي طلبته. يبقى صالحًا لمدة {minutes} دقائق.\n\nلا تخبر به أحدًا، ولا حتى عبر الهاتف. إذا لم تطلب رمزًا فلا داعي لفعل أي شيء.',
  codeText: '{code} هو رمزك لدى {requester}. لا تخبر به أحدًا.',
  linkSubject: 'تابع مع {requester} على هذا الجهاز',
  linkMail:
    'طلبت المتابعة على جهاز آخر. افتح هذا الرابط هناك:\n\n{link}\n\nيعمل مرة واحدة خلال ساعة. إذا لم تطلبه فلا تفتحه.',
  linkText: '{requester}: تابع من هنا: {link}',
} satisfies MessageWords;
