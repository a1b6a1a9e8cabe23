import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Continuați pe telefon',
  titleElsewhere: 'Continuați pe alt dispozitiv',
  text: 'Îndreptați camera telefonului spre acest cod. Tot ce ați făcut până acum se păstrează.',
  textElsewhere: 'Deschideți linkul în alt browser sau pe alt dispozitiv. Tot ce ați făcut până acum se păstrează.',
  codeAlt: 'Cod QR care deschide verificarea pe telefon',
  preparing: 'Se creează codul',
  link: 'Sau deschideți acolo acest link',
  copy: 'Copiați linkul',
  copied: 'Copiat',
  expires: 'Linkul funcționează o dată, timp de o oră.',
  another: 'Creați un cod nou',
  here: 'Continuați totuși aici',
  byEmail: 'Adresa dvs. de e-mail',
  bySms: 'Numărul dvs. de mobil, cu prefixul țării',
  send: 'Trimiteți linkul',
  sent: 'Linkul este pe drum.',
  sendWrong: 'Nu îl putem trimite acolo. Verificați ce ați scris.',
  joinedTitle: 'Telefonul este conectat',
  joinedText: 'Continuați acolo. Această pagină ține pasul singură și nu se pierde nimic dacă o închideți.',
  joinedAt: 'Conectat la {time}',
  refuse: 'Nu am fost eu',
  refused: 'Acel dispozitiv nu mai poate face nimic. Iată un cod nou.',
  inAppTitle: 'Deschideți în browser',
  inAppText:
    'Aplicația în care sunteți nu lasă paginile să folosească camera. Copiați linkul și deschideți-l în browser sau încărcați o fotografie.',
  inAppOpen: 'Deschideți în browser',
} satisfies Translated<typeof en>;
