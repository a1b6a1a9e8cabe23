import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Sənədiniz yoxlanılır',
  processingSelfie: 'Selfiniz yoxlanılır',
  processingDetails: 'Məlumatlarınız yoxlanılır',
  processingPhone: 'Nömrəniz yoxlanılır',
  processingEmail: 'Ünvanınız yoxlanılır',
  processingText: 'Bu, adətən bir neçə saniyə çəkir. Heç nə etməyinizə ehtiyac yoxdur.',
  processingSlow: 'Bu, adi haldan uzun çəkir. Qala və ya çıxa bilərsiniz: yoxlama sizsiz də davam edir.',
  word_received: 'Şəkillər alındı',
  word_found_document: 'Sənəd tapıldı',
  word_reading_text: 'Mətn oxunur',
  word_reading_barcode: 'Barkod oxunur',
  word_checking_dates: 'Tarixlər yoxlanılır',
  word_finding_face: 'Üzünüz axtarılır',
  word_checking_liveness: 'İndi siz olduğunuz yoxlanılır',
  word_comparing_faces: 'Sənədinizlə müqayisə edilir',
  word_searching_records: 'Qeydiniz axtarılır',
  word_deciding: 'Yekunlaşdırılır',
  stateDone: 'bitdi',
  stateNow: 'davam edir',
  stateNext: 'növbədə',
} satisfies Translated<typeof en>;
