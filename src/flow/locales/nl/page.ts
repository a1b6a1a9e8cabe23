import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Verifieer uw identiteit',
  noscript:
    'Deze pagina heeft JavaScript nodig om uw camera te gebruiken. Zet het aan of open deze pagina in een andere browser.',
  refusedTitle: 'Dit kan hier niet worden geopend',
  refusedText:
    'De site die u hierheen stuurde, moet een instelling wijzigen. Er is niets opgeslagen. Ga terug en meld het daar.',
  refusedOwner: 'Voor de ontwikkelaars van de site',
} satisfies Translated<typeof en>;
