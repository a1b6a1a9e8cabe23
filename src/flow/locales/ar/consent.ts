import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'صور وجهك. ويُقاس وجهك، فتُستخرَج منه أرقام تميّزه عن وجوه غيرك.',
  whatPhone: 'رقم هاتفك والرمز الذي يصلك عليه.',
  whatEmail: 'عنوان بريدك الإلكتروني والرمز الذي يصلك عليه.',
  whatAnswers: 'ما تُدخله أو تضيفه في الصفحات التالية.',
  whatRecords: 'ما تذكره عنك السجلّات التي نبحث فيها.',
  whyFace: 'للتأكّد من أنك أنت من أمام الكاميرا الآن.',
  whyGiven: 'للتأكّد من أن ما تقدّمه صحيح ويخصّك.',
  startText: 'يطلب منك {requester} تأكيد بعض البيانات. يستغرق ذلك نحو دقيقتين.',
  startPrivate: 'يُرسَل ما تقدّمه مشفّرًا ولا يُستخدم إلا لهذا التحقّق',
  whatPapers: 'رسالة أو فاتورة أو ورقة أخرى والبيانات المطبوعة عليها.',
} satisfies Translated<typeof en>;
