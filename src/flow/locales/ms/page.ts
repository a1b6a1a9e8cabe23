import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Sahkan identiti anda',
  noscript:
    'Halaman ini memerlukan JavaScript untuk menggunakan kamera. Sila hidupkannya, atau buka halaman ini dalam pelayar lain.',
  refusedTitle: 'Ini tidak dapat dibuka di sini',
  refusedText:
    'Laman yang menghantar anda ke sini perlu mengubah tetapan. Tiada apa yang disimpan. Sila kembali dan maklumkan mereka.',
  refusedOwner: 'Untuk pembangun laman',
} satisfies Translated<typeof en>;
