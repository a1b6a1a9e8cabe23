import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'ডকুমেন্ট যাচাই হচ্ছে',
  processingSelfie: 'সেলফি যাচাই হচ্ছে',
  processingDetails: 'তথ্য যাচাই হচ্ছে',
  processingPhone: 'নম্বর যাচাই হচ্ছে',
  processingEmail: 'ঠিকানা যাচাই হচ্ছে',
  processingText: 'সাধারণত কয়েক সেকেন্ড লাগে। আপনাকে কিছু করতে হবে না।',
  processingSlow: 'স্বাভাবিকের চেয়ে বেশি সময় লাগছে। থাকতে পারেন বা চলে যেতে পারেন: আপনাকে ছাড়াই যাচাই চলবে।',
  word_received: 'ছবি পাওয়া গেছে',
  word_found_document: 'ডকুমেন্ট পাওয়া গেছে',
  word_reading_text: 'লেখা পড়া হচ্ছে',
  word_reading_barcode: 'বারকোড পড়া হচ্ছে',
  word_checking_dates: 'তারিখ দেখা হচ্ছে',
  word_finding_face: 'আপনার মুখ খোঁজা হচ্ছে',
  word_checking_liveness: 'এখন আপনিই আছেন কি না দেখা হচ্ছে',
  word_comparing_faces: 'ডকুমেন্টের সঙ্গে মেলানো হচ্ছে',
  word_searching_records: 'আপনার নথি খোঁজা হচ্ছে',
  word_deciding: 'সব মিলিয়ে দেখা হচ্ছে',
  stateDone: 'শেষ',
  stateNow: 'চলছে',
  stateNext: 'বাকি',
} satisfies Translated<typeof en>;
