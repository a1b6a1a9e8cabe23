import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Potvrda identiteta',
  noscript:
    'Stranici je potreban JavaScript za korištenje kamere. Uključite ga ili otvorite stranicu u drugom pregledniku.',
  refusedTitle: 'Ovo se ovdje ne može otvoriti',
  refusedText:
    'Web-mjesto koje vas je poslalo mora promijeniti postavku. Ništa nije pohranjeno. Vratite se i javite im.',
  refusedOwner: 'Za razvojne programere web-mjesta',
} satisfies Translated<typeof en>;
