import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'I-verify ang inyong pagkakakilanlan',
  noscript:
    'Kailangan ng pahinang ito ang JavaScript para magamit ang camera. Pakibuksan ito, o gumamit ng ibang browser.',
  refusedTitle: 'Hindi ito mabubuksan dito',
  refusedText:
    'May kailangang baguhing setting ang site na nagpadala sa inyo rito. Walang na-save. Pakibalikan at sabihan sila.',
  refusedOwner: 'Para sa mga developer ng site',
} satisfies Translated<typeof en>;
