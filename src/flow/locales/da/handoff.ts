import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Fortsæt på telefonen',
  titleElsewhere: 'Fortsæt på en anden enhed',
  text: 'Ret telefonens kamera mod denne kode. Alt, du har gjort indtil nu, er gemt.',
  textElsewhere: 'Åbn dette link i en anden browser eller på en anden enhed. Alt, du har gjort indtil nu, er gemt.',
  codeAlt: 'QR-kode, der åbner bekræftelsen på din telefon',
  preparing: 'Koden laves',
  link: 'Eller åbn dette link der',
  copy: 'Kopiér linket',
  copied: 'Kopieret',
  expires: 'Linket virker én gang, inden for en time.',
  another: 'Lav en ny kode',
  here: 'Fortsæt her i stedet',
  byEmail: 'Din e-mailadresse',
  bySms: 'Dit mobilnummer med landekode',
  send: 'Send linket',
  sent: 'Linket er på vej.',
  sendWrong: 'Vi kan ikke sende det dertil. Kontrollér, hvad du har skrevet.',
  joinedTitle: 'Din telefon er forbundet',
  joinedText: 'Fortsæt der. Denne side følger selv med, og intet går tabt, hvis du lukker den.',
  joinedAt: 'Forbundet kl. {time}',
  refuse: 'Det var ikke mig',
  refused: 'Den enhed kan ikke gøre mere. Her er en ny kode.',
  inAppTitle: 'Åbn dette i din browser',
  inAppText:
    'Appen, du er i, lader ikke sider bruge kameraet. Kopiér linket, og åbn det i din browser, eller upload et billede.',
  inAppOpen: 'Åbn i browseren',
} satisfies Translated<typeof en>;
