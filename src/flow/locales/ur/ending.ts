import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'سب مکمل، شکریہ',
  successText: 'بس اتنا ہی تھا۔ اب آپ واپس جا سکتے ہیں۔',
  reviewTitle: 'شکریہ، ہمیں سب مل گیا',
  reviewText: 'کوئی اسے دیکھے گا۔ نتیجہ آپ کو {requester} کی طرف سے ملے گا؛ یہاں انتظار ضروری نہیں۔',
  successReturn: '{requester} پر واپس جائیں',
  successReturning: 'آپ کو {requester} پر واپس لے جایا جا رہا ہے',
  successClose: 'بند کریں',
  successMayClose: 'اب آپ یہ صفحہ بند کر سکتے ہیں۔',
  failedTitle: 'ہم تصدیق مکمل نہیں کر سکے',
  failedText: 'اس کی وجہ یہ ہے:',
  failedTextPlain: 'اب کیا کرنا ہے، یہ {requester} سے معلوم ہو سکتا ہے۔',
  failedNext: 'مدد چاہیے تو براہ کرم {requester} سے رابطہ کریں۔',
  restart: 'دوبارہ شروع کریں',
  expiredTitle: 'اس تصدیق کی مدت ختم ہو گئی',
  expiredText: 'آپ کے تحفظ کے لیے یہ محدود وقت تک کھلی رہتی ہے۔ {requester} پر واپس جا کر اسے دوبارہ شروع کریں۔',
  expiredTextPlain: 'آپ کے تحفظ کے لیے یہ محدود وقت تک کھلی رہتی ہے۔ جہاں سے آئے تھے وہاں جا کر اسے دوبارہ شروع کریں۔',
} satisfies Translated<typeof en>;
