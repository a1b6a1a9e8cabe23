import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'حدث خطأ ما',
  errorText: 'ليس الخطأ منك. ما أنجزته حتى الآن محفوظ. أعد المحاولة من فضلك.',
  errorNetworkTitle: 'لا يوجد اتصال',
  errorNetworkText: 'تعذّر الوصول إلى خادمنا. تحقّق من اتصالك وأعد المحاولة، فما أنجزته محفوظ.',
  errorSessionTitle: 'انتهت جلستك',
  errorSessionText:
    'تنتهي الجلسة بعد فترة دون نشاط حفاظًا على بياناتك. عُد إلى حيث أتيت وافتحها من جديد لتتابع من حيث توقّفت.',
  errorLinkTitle: 'استُخدم هذا الرابط من قبل',
  errorLinkText: 'يعمل الرابط مرّة واحدة ولوقت محدود. اطلب رابطًا جديدًا من حيث حصلت عليه.',
  errorVersionTitle: 'أعد تحميل الصفحة من فضلك',
  errorVersionText: 'الصفحة التي أتيت منها تستخدم إصدارًا أقدم. أعد تحميلها ثم حاول من جديد.',
  errorConfigTitle: 'لا يمكن فتح هذا التحقّق',
  errorConfigText: 'هناك شيء ناقص في طريقة فتحه. أخبر من أرسلك إلى هنا من فضلك.',
  errorInactiveTitle: 'هذا التحقّق غير متاح',
  errorInactiveText: 'أوقفه القائمون عليه. اسألهم عمّا يجب فعله من فضلك.',
  errorBusyTitle: 'محاولات كثيرة جدًا',
  errorBusyText: 'انتظر لحظة ثم أعد المحاولة من فضلك.',
  errorOpenTitle: 'افتحه من حيث بدأت',
  errorOpenText: 'بدأ هذا التحقّق من قبل. عُد إلى حيث بدأته وافتحه من هناك لتتابع من حيث توقّفت.',
  details: 'تفاصيل لفريق الدعم',
  leftTitle: 'لقد غادرت عملية التحقّق',
  leftText: 'لم يضِع شيء. يمكنك المتابعة الآن أو العودة لاحقًا.',
  leftContinue: 'متابعة',
} satisfies Translated<typeof en>;
