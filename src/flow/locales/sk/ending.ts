import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Hotovo, ďakujeme',
  successText: 'To je všetko. Môžete sa vrátiť.',
  reviewTitle: 'Ďakujeme, máme všetko',
  reviewText: 'Niekto sa na to pozrie. Výsledok vám oznámi {requester}; nemusíte tu čakať.',
  successReturn: 'Späť na {requester}',
  successReturning: 'Vraciame vás na {requester}',
  successClose: 'Zavrieť',
  successMayClose: 'Túto stránku môžete zavrieť.',
  failedTitle: 'Overenie sa nepodarilo dokončiť',
  failedText: 'Toto tomu bránilo:',
  failedTextPlain: '{requester} vám povie, čo robiť ďalej.',
  failedNext: 'Ak potrebujete pomoc, obráťte sa na {requester}.',
  restart: 'Začať znova',
  expiredTitle: 'Platnosť overenia vypršala',
  expiredText: 'Pre vašu bezpečnosť je otvorené len obmedzený čas. Vráťte sa na {requester} a začnite znova.',
  expiredTextPlain:
    'Pre vašu bezpečnosť je otvorené len obmedzený čas. Vráťte sa tam, odkiaľ prichádzate, a začnite znova.',
} satisfies Translated<typeof en>;
