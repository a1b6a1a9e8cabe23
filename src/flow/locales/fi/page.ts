import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Vahvistakaa henkilöllisyytenne',
  noscript:
    'Tämä sivu tarvitsee JavaScriptin kameran käyttöön. Ottakaa se käyttöön tai avatkaa sivu toisessa selaimessa.',
  refusedTitle: 'Tätä ei voi avata tässä',
  refusedText:
    'Sivuston, jolta tulitte, on muutettava asetusta. Mitään ei tallennettu. Palatkaa ja kertokaa siitä heille.',
  refusedOwner: 'Sivuston kehittäjille',
} satisfies Translated<typeof en>;
