import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Ada masalah berlaku',
  errorText: 'Ini bukan salah anda. Apa yang telah anda buat disimpan. Sila cuba lagi.',
  errorNetworkTitle: 'Tiada sambungan',
  errorNetworkText:
    'Kami tidak dapat mencapai pelayan kami. Semak sambungan dan cuba lagi; apa yang telah anda buat disimpan.',
  errorSessionTitle: 'Sesi anda telah tamat',
  errorSessionText:
    'Sesi tamat selepas beberapa ketika tanpa aktiviti, demi keselamatan data anda. Kembali ke tempat asal anda dan buka semula: anda akan menyambung dari tempat anda berhenti.',
  errorLinkTitle: 'Pautan ini sudah digunakan',
  errorLinkText: 'Pautan boleh digunakan sekali dan untuk masa terhad. Minta yang baharu di tempat anda menerimanya.',
  errorVersionTitle: 'Sila muat semula halaman',
  errorVersionText: 'Halaman asal anda menggunakan versi lama. Muat semula dan cuba lagi.',
  errorConfigTitle: 'Pengesahan ini tidak dapat dibuka',
  errorConfigText: 'Ada yang kurang pada cara ia dibuka. Sila maklumkan pihak yang menghantar anda ke sini.',
  errorInactiveTitle: 'Pengesahan ini tidak tersedia',
  errorInactiveText: 'Ia telah dimatikan oleh pihak yang mengurusnya. Sila tanya mereka apa yang perlu dibuat.',
  errorBusyTitle: 'Terlalu banyak percubaan',
  errorBusyText: 'Sila tunggu sebentar, kemudian cuba lagi.',
  errorOpenTitle: 'Buka dari tempat anda bermula',
  errorOpenText:
    'Pengesahan ini sudah bermula. Kembali ke tempat anda memulakannya dan buka dari situ: anda akan menyambung dari tempat anda berhenti.',
  details: 'Butiran untuk sokongan',
  leftTitle: 'Anda keluar daripada pengesahan',
  leftText: 'Tiada apa yang hilang. Anda boleh teruskan sekarang atau kembali kemudian.',
  leftContinue: 'Teruskan',
} satisfies Translated<typeof en>;
