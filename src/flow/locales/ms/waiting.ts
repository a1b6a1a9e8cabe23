import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Menyemak dokumen anda',
  processingSelfie: 'Menyemak swafoto anda',
  processingDetails: 'Menyemak butiran anda',
  processingPhone: 'Menyemak nombor anda',
  processingEmail: 'Menyemak alamat anda',
  processingText: 'Biasanya beberapa saat sahaja. Anda tidak perlu berbuat apa-apa.',
  processingSlow: 'Ini lebih lama daripada biasa. Anda boleh kekal atau keluar: semakan tetap diteruskan.',
  word_received: 'Foto diterima',
  word_found_document: 'Dokumen ditemui',
  word_reading_text: 'Membaca teks',
  word_reading_barcode: 'Membaca kod bar',
  word_checking_dates: 'Menyemak tarikh',
  word_finding_face: 'Mencari wajah anda',
  word_checking_liveness: 'Menyemak bahawa ini anda sekarang',
  word_comparing_faces: 'Membandingkan dengan dokumen',
  word_searching_records: 'Mencari rekod anda',
  word_deciding: 'Menggabungkan hasil',
  stateDone: 'selesai',
  stateNow: 'sedang berjalan',
  stateNext: 'seterusnya',
} satisfies Translated<typeof en>;
