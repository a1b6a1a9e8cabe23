import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'دستاویز کی جانچ ہو رہی ہے',
  processingSelfie: 'سیلفی کی جانچ ہو رہی ہے',
  processingDetails: 'معلومات کی جانچ ہو رہی ہے',
  processingPhone: 'نمبر کی جانچ ہو رہی ہے',
  processingEmail: 'پتے کی جانچ ہو رہی ہے',
  processingText: 'اس میں عموماً چند سیکنڈ لگتے ہیں۔ آپ کو کچھ نہیں کرنا۔',
  processingSlow: 'اس میں معمول سے زیادہ وقت لگ رہا ہے۔ آپ رکیں یا جائیں: جانچ جاری رہے گی۔',
  word_received: 'تصاویر مل گئیں',
  word_found_document: 'دستاویز مل گئی',
  word_reading_text: 'تحریر پڑھی جا رہی ہے',
  word_reading_barcode: 'بارکوڈ پڑھا جا رہا ہے',
  word_checking_dates: 'تاریخیں جانچی جا رہی ہیں',
  word_finding_face: 'چہرہ تلاش ہو رہا ہے',
  word_checking_liveness: 'جانچ ہو رہی ہے کہ آپ ہی ہیں',
  word_comparing_faces: 'دستاویز سے موازنہ ہو رہا ہے',
  word_searching_records: 'آپ کا ریکارڈ تلاش ہو رہا ہے',
  word_deciding: 'سب یکجا کیا جا رہا ہے',
  stateDone: 'مکمل',
  stateNow: 'جاری ہے',
  stateNext: 'آگے',
} satisfies Translated<typeof en>;
