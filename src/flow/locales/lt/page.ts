import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Tapatybės patvirtinimas',
  noscript:
    'Kad puslapis galėtų naudoti kamerą, reikia JavaScript. Įjunkite jį arba atverkite puslapį kitoje naršyklėje.',
  refusedTitle: 'Čia to atverti negalima',
  refusedText: 'Jus atsiuntusi svetainė turi pakeisti nustatymą. Niekas neišsaugota. Grįžkite ir praneškite jiems.',
  refusedOwner: 'Svetainės kūrėjams',
} satisfies Translated<typeof en>;
