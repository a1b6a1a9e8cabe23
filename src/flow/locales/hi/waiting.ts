import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'दस्तावेज़ की जाँच हो रही है',
  processingSelfie: 'सेल्फ़ी की जाँच हो रही है',
  processingDetails: 'जानकारी की जाँच हो रही है',
  processingPhone: 'नंबर की जाँच हो रही है',
  processingEmail: 'पते की जाँच हो रही है',
  processingText: 'इसमें आम तौर पर कुछ सेकंड लगते हैं। आपको कुछ नहीं करना है।',
  processingSlow: 'इसमें सामान्य से ज़्यादा समय लग रहा है। आप रुकें या जाएँ: जाँच चलती रहेगी।',
  word_received: 'फ़ोटो मिल गईं',
  word_found_document: 'दस्तावेज़ मिल गया',
  word_reading_text: 'लिखावट पढ़ी जा रही है',
  word_reading_barcode: 'बारकोड पढ़ा जा रहा है',
  word_checking_dates: 'तारीखें जाँची जा रही हैं',
  word_finding_face: 'चेहरा खोजा जा रहा है',
  word_checking_liveness: 'जाँच रहे हैं कि अभी आप ही हैं',
  word_comparing_faces: 'दस्तावेज़ से मिलान हो रहा है',
  word_searching_records: 'आपका रिकॉर्ड खोजा जा रहा है',
  word_deciding: 'सब जोड़ा जा रहा है',
  stateDone: 'पूरा',
  stateNow: 'जारी है',
  stateNext: 'आगे',
} satisfies Translated<typeof en>;
