import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'اپنی شناخت کی تصدیق کریں',
  noscript:
    'کیمرا استعمال کرنے کے لیے اس صفحے کو JavaScript چاہیے۔ براہ کرم اسے آن کریں، یا صفحہ دوسرے براؤزر میں کھولیں۔',
  refusedTitle: 'اسے یہاں نہیں کھولا جا سکتا',
  refusedText:
    'جس سائٹ نے آپ کو یہاں بھیجا، اسے ایک ترتیب بدلنی ہے۔ کچھ محفوظ نہیں کیا گیا۔ براہ کرم واپس جا کر انہیں بتائیں۔',
  refusedOwner: 'سائٹ کے ڈیولپرز کے لیے',
} satisfies Translated<typeof en>;
