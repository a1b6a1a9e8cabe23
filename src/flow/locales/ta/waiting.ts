import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'ஆவணம் சரிபார்க்கப்படுகிறது',
  processingSelfie: 'செல்ஃபி சரிபார்க்கப்படுகிறது',
  processingDetails: 'விவரங்கள் சரிபார்க்கப்படுகின்றன',
  processingPhone: 'எண் சரிபார்க்கப்படுகிறது',
  processingEmail: 'முகவரி சரிபார்க்கப்படுகிறது',
  processingText: 'பொதுவாகச் சில வினாடிகள் ஆகும். நீங்கள் எதுவும் செய்ய வேண்டாம்.',
  processingSlow: 'வழக்கத்தைவிட அதிக நேரம் ஆகிறது. இருக்கலாம் அல்லது செல்லலாம்: நீங்கள் இல்லாமலும் சரிபார்ப்பு தொடரும்.',
  word_received: 'படங்கள் கிடைத்தன',
  word_found_document: 'ஆவணம் கிடைத்தது',
  word_reading_text: 'எழுத்தைப் படிக்கிறோம்',
  word_reading_barcode: 'பார்கோடைப் படிக்கிறோம்',
  word_checking_dates: 'தேதிகளைப் பார்க்கிறோம்',
  word_finding_face: 'முகத்தைத் தேடுகிறோம்',
  word_checking_liveness: 'இப்போது நீங்கள்தானா எனப் பார்க்கிறோம்',
  word_comparing_faces: 'ஆவணத்துடன் ஒப்பிடுகிறோம்',
  word_searching_records: 'உங்கள் பதிவைத் தேடுகிறோம்',
  word_deciding: 'எல்லாவற்றையும் தொகுக்கிறோம்',
  stateDone: 'முடிந்தது',
  stateNow: 'நடக்கிறது',
  stateNext: 'அடுத்து',
} satisfies Translated<typeof en>;
