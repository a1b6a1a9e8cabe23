import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Nastavite na telefonu',
  titleElsewhere: 'Nastavite na drugom uređaju',
  text: 'Usmjerite kameru telefona prema ovom kodu. Sve dosadašnje je sačuvano.',
  textElsewhere: 'Otvorite ovu poveznicu u drugom pregledniku ili na drugom uređaju. Sve dosadašnje je sačuvano.',
  codeAlt: 'QR kod koji otvara ovu provjeru na vašem telefonu',
  preparing: 'Kod se priprema',
  link: 'Ili tamo otvorite ovu poveznicu',
  copy: 'Kopiraj poveznicu',
  copied: 'Kopirano',
  expires: 'Poveznica radi jednom, unutar jednog sata.',
  another: 'Novi kod',
  here: 'Radije nastavi ovdje',
  byEmail: 'Vaša adresa e-pošte',
  bySms: 'Vaš broj mobitela, s pozivnim brojem države',
  send: 'Pošalji poveznicu',
  sent: 'Poveznica je na putu.',
  sendWrong: 'Ne možemo je tamo poslati. Provjerite što ste upisali.',
  joinedTitle: 'Telefon je povezan',
  joinedText: 'Nastavite tamo. Ova stranica sama prati i ništa se ne gubi ako je zatvorite.',
  joinedAt: 'Povezano u {time}',
  refuse: 'To nisam ja',
  refused: 'Taj uređaj više ne može ništa učiniti. Evo novog koda.',
  inAppTitle: 'Otvorite ovo u pregledniku',
  inAppText:
    'Aplikacija u kojoj ste ne dopušta stranicama korištenje kamere. Kopirajte poveznicu i otvorite je u pregledniku ili prenesite fotografiju.',
  inAppOpen: 'Otvori u pregledniku',
} satisfies Translated<typeof en>;
