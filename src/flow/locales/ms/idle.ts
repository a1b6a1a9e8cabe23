import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Anda masih di sana?',
  text: {other: 'Demi keselamatan data anda, sesi ini tamat dalam {count} minit.'},
  kept: 'Semua yang telah anda buat disimpan.',
  stay: 'Teruskan',
  extended: 'Anda ada lebih masa sekarang.',
} satisfies Translated<typeof en>;
