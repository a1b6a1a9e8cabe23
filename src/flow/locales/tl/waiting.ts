import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Sinusuri ang inyong dokumento',
  processingSelfie: 'Sinusuri ang inyong selfie',
  processingDetails: 'Sinusuri ang inyong mga detalye',
  processingPhone: 'Sinusuri ang inyong numero',
  processingEmail: 'Sinusuri ang inyong address',
  processingText: 'Karaniwang ilang segundo lang ito. Wala kayong kailangang gawin.',
  processingSlow: 'Mas matagal ito kaysa karaniwan. Maaari kayong manatili o umalis: tuloy ang pagsusuri.',
  word_received: 'Natanggap ang mga litrato',
  word_found_document: 'Nakita ang dokumento',
  word_reading_text: 'Binabasa ang teksto',
  word_reading_barcode: 'Binabasa ang barcode',
  word_checking_dates: 'Sinusuri ang mga petsa',
  word_finding_face: 'Hinahanap ang mukha',
  word_checking_liveness: 'Tinitiyak na kayo ito ngayon',
  word_comparing_faces: 'Inihahambing sa dokumento',
  word_searching_records: 'Hinahanap ang inyong rekord',
  word_deciding: 'Pinagsasama-sama ang resulta',
  stateDone: 'tapos na',
  stateNow: 'ginagawa',
  stateNext: 'susunod',
} satisfies Translated<typeof en>;
