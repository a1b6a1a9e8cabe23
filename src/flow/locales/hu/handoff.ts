import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Folytatás telefonon',
  titleElsewhere: 'Folytatás másik eszközön',
  text: 'Irányítsa telefonja kameráját erre a kódra. Minden megmarad, amit eddig elvégzett.',
  textElsewhere: 'Nyissa meg ezt a linket másik böngészőben vagy eszközön. Minden megmarad, amit eddig elvégzett.',
  codeAlt: 'QR-kód, amely a telefonján megnyitja ezt az azonosítást',
  preparing: 'A kód készül',
  link: 'Vagy nyissa meg ott ezt a linket',
  copy: 'Link másolása',
  copied: 'Másolva',
  expires: 'A link egyszer, egy órán belül működik.',
  another: 'Új kód készítése',
  here: 'Inkább itt folytatom',
  byEmail: 'E-mail-címe',
  bySms: 'Mobilszáma, országhívószámmal',
  send: 'Link küldése',
  sent: 'A linket elküldtük.',
  sendWrong: 'Oda nem tudjuk elküldeni. Kérjük, ellenőrizze, amit beírt.',
  joinedTitle: 'Telefonja csatlakozott',
  joinedText: 'Folytassa ott. Ez az oldal magától követi, és semmi sem vész el, ha bezárja.',
  joinedAt: 'Csatlakozott: {time}',
  refuse: 'Nem én voltam',
  refused: 'Az az eszköz már semmit sem tehet. Itt egy új kód.',
  inAppTitle: 'Nyissa meg a böngészőben',
  inAppText:
    'Ez az alkalmazás nem engedi az oldalaknak a kamera használatát. Másolja ki a linket, és nyissa meg a böngészőben, vagy töltsön fel egy fényképet.',
  inAppOpen: 'Megnyitás böngészőben',
} satisfies Translated<typeof en>;
