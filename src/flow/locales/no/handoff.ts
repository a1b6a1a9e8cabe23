import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Fortsett på telefonen',
  titleElsewhere: 'Fortsett på en annen enhet',
  text: 'Rett telefonkameraet mot denne koden. Alt du har gjort så langt, er lagret.',
  textElsewhere:
    'Åpne denne lenken i en annen nettleser eller på en annen enhet. Alt du har gjort så langt, er lagret.',
  codeAlt: 'QR-kode som åpner bekreftelsen på telefonen',
  preparing: 'Koden lages',
  link: 'Eller åpne denne lenken der',
  copy: 'Kopier lenken',
  copied: 'Kopiert',
  expires: 'Lenken virker én gang, innen en time.',
  another: 'Lag en ny kode',
  here: 'Fortsett her i stedet',
  byEmail: 'E-postadressen din',
  bySms: 'Mobilnummeret ditt, med landkode',
  send: 'Send lenken',
  sent: 'Lenken er på vei.',
  sendWrong: 'Vi kan ikke sende den dit. Kontroller det du skrev.',
  joinedTitle: 'Telefonen er koblet til',
  joinedText: 'Fortsett der. Denne siden følger med av seg selv, og ingenting går tapt om du lukker den.',
  joinedAt: 'Koblet til kl. {time}',
  refuse: 'Det var ikke meg',
  refused: 'Den enheten kan ikke gjøre noe mer. Her er en ny kode.',
  inAppTitle: 'Åpne dette i nettleseren',
  inAppText:
    'Appen du er i, lar ikke sider bruke kameraet. Kopier lenken og åpne den i nettleseren, eller last opp et bilde.',
  inAppOpen: 'Åpne i nettleseren',
} satisfies Translated<typeof en>;
