import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Foto wajah Anda. Wajah Anda diukur menjadi angka yang membedakannya dari wajah lain.',
  phone: 'Nomor telepon Anda, dan kode yang Anda terima di sana.',
  email: 'Alamat email Anda, dan kode yang Anda terima di sana.',
  answers: 'Yang Anda isi atau tambahkan di halaman berikutnya.',
  records: 'Yang tercatat tentang Anda di data yang kami telusuri.',
  whyFace: 'Untuk memeriksa bahwa ini benar-benar Anda, saat ini.',
  whyGiven: 'Untuk memeriksa bahwa yang Anda berikan benar dan milik Anda.',
  startText: '{requester} meminta Anda mengonfirmasi beberapa data. Prosesnya sekitar dua menit.',
  startPrivate: 'Data Anda dikirim terenkripsi dan hanya dipakai untuk pemeriksaan ini',
  papers: 'Surat, tagihan, atau kertas lain, dan data yang tercetak di sana.',
} satisfies Translated<typeof en>;
