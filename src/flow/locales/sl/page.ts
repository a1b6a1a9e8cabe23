import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Preverjanje istovetnosti',
  noscript: 'Ta stran za uporabo kamere potrebuje JavaScript. Vklopite ga ali odprite stran v drugem brskalniku.',
  refusedTitle: 'Tega tukaj ni mogoče odpreti',
  refusedText:
    'Spletno mesto, ki vas je poslalo sem, mora spremeniti nastavitev. Nič ni shranjeno. Vrnite se in jim povejte.',
  refusedOwner: 'Za razvijalce spletnega mesta',
} satisfies Translated<typeof en>;
