import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Verificați-vă identitatea',
  noscript: 'Pagina are nevoie de JavaScript pentru a folosi camera. Activați-l sau deschideți pagina în alt browser.',
  refusedTitle: 'Nu se poate deschide aici',
  refusedText:
    'Site-ul care v-a trimis aici trebuie să schimbe o setare. Nu s-a salvat nimic. Vă rugăm să reveniți și să le spuneți.',
  refusedOwner: 'Pentru dezvoltatorii site-ului',
} satisfies Translated<typeof en>;
