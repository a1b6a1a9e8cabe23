import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Selesai, terima kasih',
  successText: 'Semuanya sudah lengkap. Anda dapat kembali sekarang.',
  reviewTitle: 'Terima kasih, semuanya sudah kami terima',
  reviewText: 'Seseorang akan meninjaunya. {requester} akan memberi tahu hasilnya; Anda tidak perlu menunggu di sini.',
  successReturn: 'Kembali ke {requester}',
  successReturning: 'Membawa Anda kembali ke {requester}',
  successClose: 'Tutup',
  successMayClose: 'Anda dapat menutup halaman ini.',
  failedTitle: 'Verifikasi tidak dapat kami selesaikan',
  failedText: 'Ini kendalanya:',
  failedTextPlain: '{requester} dapat memberi tahu langkah selanjutnya.',
  failedNext: 'Hubungi {requester} jika perlu bantuan.',
  restart: 'Mulai lagi',
  expiredTitle: 'Verifikasi ini sudah kedaluwarsa',
  expiredText:
    'Demi keamanan Anda, verifikasi hanya terbuka untuk waktu terbatas. Kembali ke {requester} dan mulai lagi.',
  expiredTextPlain:
    'Demi keamanan Anda, verifikasi hanya terbuka untuk waktu terbatas. Kembali ke tempat asal Anda dan mulai lagi.',
} satisfies Translated<typeof en>;
