import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Bekreft identiteten din',
  noscript: 'Denne siden trenger JavaScript for å bruke kameraet. Slå det på, eller åpne siden i en annen nettleser.',
  refusedTitle: 'Dette kan ikke åpnes her',
  refusedText:
    'Nettstedet som sendte deg hit, må endre en innstilling. Ingenting er lagret. Gå tilbake og si fra til dem.',
  refusedOwner: 'For nettstedets utviklere',
} satisfies Translated<typeof en>;
