import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'تأكيد هويتك',
  noscript: 'تحتاج هذه الصفحة إلى JavaScript لاستخدام الكاميرا. يرجى تفعيله أو فتح الصفحة في متصفح آخر.',
  refusedTitle: 'لا يمكن فتح هذا هنا',
  refusedText: 'على الموقع الذي أرسلك إلى هنا تغيير أحد الإعدادات. لم يُحفظ أي شيء. يرجى العودة وإبلاغهم.',
  refusedOwner: 'لمطوّري الموقع',
} satisfies Translated<typeof en>;
