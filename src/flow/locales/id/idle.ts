import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Anda masih di sana?',
  text: {other: 'Demi keamanan data Anda, sesi ini berakhir dalam {count} menit.'},
  kept: 'Semua yang sudah Anda lakukan tersimpan.',
  stay: 'Lanjutkan',
  extended: 'Waktu Anda sudah ditambah.',
} satisfies Translated<typeof en>;
