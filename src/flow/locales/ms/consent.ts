import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Gambar wajah anda. Wajah anda diukur menjadi nombor yang membezakannya daripada wajah lain.',
  phone: 'Nombor telefon anda, dan kod yang anda terima di situ.',
  email: 'Alamat e-mel anda, dan kod yang anda terima di situ.',
  answers: 'Apa yang anda isi atau tambah pada halaman berikutnya.',
  records: 'Maklumat tentang anda dalam rekod yang kami cari.',
  whyFace: 'Untuk menyemak bahawa ini benar-benar anda sekarang.',
  whyGiven: 'Untuk menyemak bahawa apa yang anda berikan betul dan milik anda.',
  startText: '{requester} meminta anda mengesahkan beberapa butiran. Ini mengambil masa kira-kira dua minit.',
  startPrivate: 'Maklumat anda dihantar secara disulitkan dan digunakan untuk semakan ini sahaja',
  papers: 'Surat, bil atau kertas lain, dan butiran yang tercetak padanya.',
} satisfies Translated<typeof en>;
