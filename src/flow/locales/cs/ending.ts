import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Hotovo, děkujeme',
  successText: 'To bylo všechno. Teď se můžete vrátit.',
  reviewTitle: 'Děkujeme, máme všechno',
  reviewText: 'Někdo to zkontroluje. Výsledek vám sdělí {requester}; nemusíte tu čekat.',
  successReturn: 'Zpět na stránky {requester}',
  successReturning: 'Vracíme vás na stránky {requester}',
  successClose: 'Zavřít',
  successMayClose: 'Tuto stránku už můžete zavřít.',
  failedTitle: 'Ověření se nepodařilo dokončit',
  failedText: 'Bránilo tomu toto:',
  failedTextPlain: '{requester} vám poradí, co teď dělat.',
  failedNext: 'Potřebujete-li pomoc, obraťte se na firmu {requester}.',
  restart: 'Začít znovu',
  expiredTitle: 'Toto ověření vypršelo',
  expiredText: 'Pro vaše bezpečí je otevřené jen omezenou dobu. Vraťte se na stránky {requester} a začněte znovu.',
  expiredTextPlain: 'Pro vaše bezpečí je otevřené jen omezenou dobu. Vraťte se tam, odkud přicházíte, a začněte znovu.',
} satisfies Translated<typeof en>;
