import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Memeriksa dokumen Anda',
  processingSelfie: 'Memeriksa selfie Anda',
  processingDetails: 'Memeriksa data Anda',
  processingPhone: 'Memeriksa nomor Anda',
  processingEmail: 'Memeriksa alamat Anda',
  processingText: 'Biasanya hanya beberapa detik. Anda tidak perlu melakukan apa pun.',
  processingSlow: 'Ini lebih lama dari biasanya. Anda dapat tetap di sini atau keluar: pemeriksaan tetap berjalan.',
  word_received: 'Foto diterima',
  word_found_document: 'Dokumen ditemukan',
  word_reading_text: 'Membaca teks',
  word_reading_barcode: 'Membaca kode batang',
  word_checking_dates: 'Memeriksa tanggal',
  word_finding_face: 'Mencari wajah Anda',
  word_checking_liveness: 'Memeriksa bahwa ini Anda, saat ini',
  word_comparing_faces: 'Membandingkan dengan dokumen',
  word_searching_records: 'Mencari catatan Anda',
  word_deciding: 'Menyatukan hasil',
  stateDone: 'selesai',
  stateNow: 'sedang berjalan',
  stateNext: 'berikutnya',
} satisfies Translated<typeof en>;
