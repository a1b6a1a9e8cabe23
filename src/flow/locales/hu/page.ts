import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Személyazonosság igazolása',
  noscript:
    'Az oldalnak JavaScript kell a kamera használatához. Kérjük, kapcsolja be, vagy nyissa meg az oldalt másik böngészőben.',
  refusedTitle: 'Ez itt nem nyitható meg',
  refusedText:
    'A webhelynek, amely ide küldte, módosítania kell egy beállítást. Semmit sem tároltunk. Kérjük, térjen vissza, és jelezze nekik.',
  refusedOwner: 'A webhely fejlesztőinek',
} satisfies Translated<typeof en>;
