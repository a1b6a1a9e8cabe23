import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Continua sul telefono',
  titleElsewhere: 'Continua su un altro dispositivo',
  text: 'Punta la fotocamera del telefono su questo codice. Quello che hai fatto resta salvato.',
  textElsewhere: 'Apri questo link in un altro browser o dispositivo. Quello che hai fatto resta salvato.',
  codeAlt: 'Codice QR che apre questa verifica sul telefono',
  preparing: 'Preparazione del codice',
  link: 'Oppure apri lì questo link',
  copy: 'Copia il link',
  copied: 'Copiato',
  expires: 'Il link funziona una volta, entro un’ora.',
  another: 'Crea un nuovo codice',
  here: 'Continua qui',
  byEmail: 'Il tuo indirizzo e-mail',
  bySms: 'Il tuo cellulare, con il prefisso del Paese',
  send: 'Invia il link',
  sent: 'Il link è in arrivo.',
  sendWrong: 'Non possiamo inviarlo lì. Controlla cosa hai scritto.',
  joinedTitle: 'Il telefono è connesso',
  joinedText: 'Continua lì. Questa pagina segue da sola e non si perde nulla se la chiudi.',
  joinedAt: 'Connesso alle {time}',
  refuse: 'Non ero io',
  refused: 'Quel dispositivo non può più fare nulla. Ecco un nuovo codice.',
  inAppTitle: 'Aprilo nel browser',
  inAppText:
    'L’app in cui sei non lascia usare la fotocamera alle pagine. Copia il link e aprilo nel browser, oppure carica una foto.',
  inAppOpen: 'Apri nel browser',
} satisfies Translated<typeof en>;
