import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Terjadi kesalahan',
  errorText: 'Ini bukan salah Anda. Yang sudah Anda lakukan tersimpan. Silakan coba lagi.',
  errorNetworkTitle: 'Tidak ada koneksi',
  errorNetworkText:
    'Server kami tidak dapat dihubungi. Periksa koneksi dan coba lagi; yang sudah Anda lakukan tersimpan.',
  errorSessionTitle: 'Sesi Anda telah berakhir',
  errorSessionText:
    'Sesi berakhir setelah beberapa waktu tanpa aktivitas, demi keamanan data Anda. Kembali ke tempat asal Anda dan buka lagi: Anda melanjutkan dari titik terakhir.',
  errorLinkTitle: 'Tautan ini sudah dipakai',
  errorLinkText: 'Tautan berlaku satu kali dan untuk waktu terbatas. Minta yang baru di tempat Anda mendapatkannya.',
  errorVersionTitle: 'Mohon muat ulang halaman',
  errorVersionText: 'Halaman asal Anda memakai versi lama. Muat ulang dan coba lagi.',
  errorConfigTitle: 'Verifikasi ini tidak dapat dibuka',
  errorConfigText: 'Ada yang kurang pada cara membukanya. Mohon beri tahu pihak yang mengarahkan Anda ke sini.',
  errorInactiveTitle: 'Verifikasi ini tidak tersedia',
  errorInactiveText: 'Verifikasi dinonaktifkan oleh pengelolanya. Silakan tanyakan langkah selanjutnya kepada mereka.',
  errorBusyTitle: 'Terlalu banyak percobaan',
  errorBusyText: 'Mohon tunggu sebentar, lalu coba lagi.',
  errorOpenTitle: 'Buka dari tempat Anda memulai',
  errorOpenText:
    'Verifikasi ini sudah dimulai. Kembali ke tempat Anda memulainya dan buka dari sana: Anda melanjutkan dari titik terakhir.',
  details: 'Detail untuk dukungan',
  leftTitle: 'Anda keluar dari verifikasi',
  leftText: 'Tidak ada yang hilang. Anda dapat melanjutkan sekarang atau kembali nanti.',
  leftContinue: 'Lanjutkan',
} satisfies Translated<typeof en>;
