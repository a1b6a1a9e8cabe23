import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'نتحقّق من وثيقتك',
  processingSelfie: 'نتحقّق من صورتك',
  processingDetails: 'جارٍ التحقق من بياناتك',
  processingPhone: 'نتحقّق من رقمك',
  processingEmail: 'نتحقّق من عنوانك',
  processingText: 'يستغرق ذلك عادةً بضع ثوانٍ. لا داعي لفعل أي شيء.',
  processingSlow: 'يستغرق الأمر أطول من المعتاد. يمكنك البقاء أو المغادرة، فالتحقّق مستمر بدونك.',
  word_received: 'وصلت الصور',
  word_found_document: 'عثرنا على الوثيقة',
  word_reading_text: 'نقرأ النص',
  word_reading_barcode: 'نقرأ الرمز الشريطي',
  word_checking_dates: 'نتحقّق من التواريخ',
  word_finding_face: 'نبحث عن وجهك',
  word_checking_liveness: 'نتأكّد من أنك أنت الآن',
  word_comparing_faces: 'نقارن بصورة الوثيقة',
  word_searching_records: 'جارٍ البحث عن سجلك',
  word_deciding: 'نجمع النتائج',
  stateDone: 'تمّ',
  stateNow: 'جارٍ',
  stateNext: 'لاحقًا',
} satisfies Translated<typeof en>;
