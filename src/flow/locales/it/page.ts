import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Verifica la tua identità',
  noscript: 'Questa pagina ha bisogno di JavaScript per usare la fotocamera. Attivalo o aprila in un altro browser.',
  refusedTitle: 'Non si può aprire qui',
  refusedText:
    'Il sito che ti ha mandato deve cambiare un’impostazione. Non è stato salvato nulla. Torna indietro e avvisalo.',
  refusedOwner: 'Per gli sviluppatori del sito',
} satisfies Translated<typeof en>;
