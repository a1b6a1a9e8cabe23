import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Verifiera din identitet',
  noscript: 'Sidan behöver JavaScript för att använda kameran. Slå på det, eller öppna sidan i en annan webbläsare.',
  refusedTitle: 'Det här kan inte öppnas här',
  refusedText:
    'Webbplatsen som skickade dig hit behöver ändra en inställning. Inget har sparats. Gå tillbaka och berätta det för dem.',
  refusedOwner: 'För webbplatsens utvecklare',
} satisfies Translated<typeof en>;
