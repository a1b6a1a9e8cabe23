import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Overenie totožnosti',
  noscript: 'Táto stránka potrebuje na použitie kamery JavaScript. Zapnite ho alebo ju otvorte v inom prehliadači.',
  refusedTitle: 'Tu sa to nedá otvoriť',
  refusedText: 'Web, ktorý vás sem poslal, musí zmeniť nastavenie. Nič sa neuložilo. Vráťte sa a oznámte im to.',
  refusedOwner: 'Pre vývojárov webu',
} satisfies Translated<typeof en>;
