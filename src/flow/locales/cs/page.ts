import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Ověřte svou totožnost',
  noscript:
    'Aby tato stránka mohla použít fotoaparát, potřebuje JavaScript. Zapněte ho, nebo ji otevřete v jiném prohlížeči.',
  refusedTitle: 'Zde to nelze otevřít',
  refusedText: 'Web, který vás sem poslal, musí změnit nastavení. Nic se neuložilo. Vraťte se prosím a řekněte jim to.',
  refusedOwner: 'Pro vývojáře webu',
} satisfies Translated<typeof en>;
