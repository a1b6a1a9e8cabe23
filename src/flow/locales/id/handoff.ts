import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Lanjutkan di ponsel',
  titleElsewhere: 'Lanjutkan di perangkat lain',
  text: 'Arahkan kamera ponsel ke kode ini. Semua yang sudah Anda lakukan tersimpan.',
  textElsewhere: 'Buka tautan ini di browser atau perangkat lain. Semua yang sudah Anda lakukan tersimpan.',
  codeAlt: 'Kode QR yang membuka verifikasi ini di ponsel Anda',
  preparing: 'Kode sedang dibuat',
  link: 'Atau buka tautan ini di sana',
  copy: 'Salin tautan',
  copied: 'Tersalin',
  expires: 'Tautan berlaku satu kali, dalam satu jam.',
  another: 'Buat kode baru',
  here: 'Lanjutkan di sini saja',
  byEmail: 'Alamat email Anda',
  bySms: 'Nomor ponsel Anda, dengan kode negara',
  send: 'Kirim tautan',
  sent: 'Tautan sedang dikirim.',
  sendWrong: 'Tidak dapat dikirim ke sana. Mohon periksa yang Anda ketik.',
  joinedTitle: 'Ponsel Anda terhubung',
  joinedText: 'Lanjutkan di sana. Halaman ini mengikuti sendiri, dan tidak ada yang hilang jika Anda menutupnya.',
  joinedAt: 'Terhubung pukul {time}',
  refuse: 'Itu bukan saya',
  refused: 'Perangkat itu tidak dapat melakukan apa-apa lagi. Ini kode baru.',
  inAppTitle: 'Buka di browser Anda',
  inAppText:
    'Aplikasi yang Anda pakai tidak mengizinkan halaman memakai kamera. Salin tautan dan buka di browser, atau unggah foto.',
  inAppOpen: 'Buka di browser',
} satisfies Translated<typeof en>;
