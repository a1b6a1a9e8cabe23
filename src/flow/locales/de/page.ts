import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Identität bestätigen',
  noscript:
    'Diese Seite braucht JavaScript, um Ihre Kamera zu benutzen. Bitte schalten Sie es ein oder öffnen Sie die Seite in einem anderen Browser.',
  refusedTitle: 'Das lässt sich hier nicht öffnen',
  refusedText:
    'Die Website, die Sie hierher geschickt hat, muss eine Einstellung ändern. Es wurde nichts gespeichert. Bitte gehen Sie zurück und sagen Sie dort Bescheid.',
  refusedOwner: 'Für die Entwickler der Website',
} satisfies Translated<typeof en>;
