import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'تمّ كل شيء، شكرًا لك',
  successText: 'كان هذا كل شيء. يمكنك العودة الآن.',
  reviewTitle: 'شكرًا، وصلنا كل ما نحتاجه',
  reviewText: 'سيراجعها أحد المختصين. وسيخبرك {requester} بالنتيجة، فلا داعي للانتظار هنا.',
  successReturn: 'العودة إلى {requester}',
  successReturning: 'نعيدك إلى {requester}',
  successClose: 'إغلاق',
  successMayClose: 'يمكنك إغلاق هذه الصفحة الآن.',
  failedTitle: 'لم نتمكّن من إتمام التحقّق',
  failedText: 'هذا ما حال دون ذلك:',
  failedTextPlain: 'يستطيع {requester} إخبارك بما يجب فعله الآن.',
  failedNext: 'تواصل مع {requester} إن احتجت إلى مساعدة.',
  restart: 'ابدأ من جديد',
  expiredTitle: 'انتهت مدة هذا التحقّق',
  expiredText: 'حرصًا على سلامتك يبقى مفتوحًا لوقت محدود. عُد إلى {requester} وابدأه من جديد.',
  expiredTextPlain: 'حرصًا على سلامتك يبقى مفتوحًا لوقت محدود. عُد إلى حيث أتيت وابدأه من جديد.',
} satisfies Translated<typeof en>;
