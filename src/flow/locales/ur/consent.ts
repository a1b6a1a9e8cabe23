import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'آپ کے چہرے کی تصاویر۔ چہرے کو ناپ کر ایسے اعداد بنائے جاتے ہیں جو اسے دوسرے چہروں سے الگ کرتے ہیں۔',
  whatPhone: 'آپ کا فون نمبر اور اس پر آنے والا کوڈ۔',
  whatEmail: 'آپ کا ای میل پتہ اور اس پر آنے والا کوڈ۔',
  whatAnswers: 'جو آپ اگلے صفحات پر درج یا شامل کریں گے۔',
  whatRecords: 'جن ریکارڈز میں ہم تلاش کرتے ہیں، ان میں آپ کی معلومات۔',
  whyFace: 'یہ جانچنے کے لیے کہ اس وقت واقعی آپ ہی ہیں۔',
  whyGiven: 'یہ جانچنے کے لیے کہ دی گئی معلومات درست اور آپ کی ہیں۔',
} satisfies Translated<typeof en>;
