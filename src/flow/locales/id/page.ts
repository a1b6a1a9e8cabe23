import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Verifikasi identitas Anda',
  noscript:
    'Halaman ini memerlukan JavaScript untuk memakai kamera. Mohon aktifkan, atau buka halaman ini di browser lain.',
  refusedTitle: 'Tidak dapat dibuka di sini',
  refusedText:
    'Situs yang mengarahkan Anda ke sini perlu mengubah setelan. Tidak ada yang disimpan. Silakan kembali dan beri tahu mereka.',
  refusedOwner: 'Untuk pengembang situs',
} satisfies Translated<typeof en>;
