import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Belgeniz kontrol ediliyor',
  processingSelfie: 'Selfie kontrol ediliyor',
  processingDetails: 'Bilgileriniz kontrol ediliyor',
  processingPhone: 'Numaranız kontrol ediliyor',
  processingEmail: 'Adresiniz kontrol ediliyor',
  processingText: 'Genellikle birkaç saniye sürer. Bir şey yapmanız gerekmez.',
  processingSlow: 'Her zamankinden uzun sürüyor. Kalabilir ya da çıkabilirsiniz: Kontrol siz olmadan da sürer.',
  word_received: 'Fotoğraflar alındı',
  word_found_document: 'Belge bulundu',
  word_reading_text: 'Yazı okunuyor',
  word_reading_barcode: 'Barkod okunuyor',
  word_checking_dates: 'Tarihler kontrol ediliyor',
  word_finding_face: 'Yüzünüz aranıyor',
  word_checking_liveness: 'Şu anda siz olduğunuz kontrol ediliyor',
  word_comparing_faces: 'Belgenizle karşılaştırılıyor',
  word_searching_records: 'Kaydınız aranıyor',
  word_deciding: 'Sonuç hazırlanıyor',
  stateDone: 'bitti',
  stateNow: 'sürüyor',
  stateNext: 'sırada',
} satisfies Translated<typeof en>;
