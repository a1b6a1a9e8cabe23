import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Qualcosa è andato storto',
  errorText: 'Non è colpa tua. Quello che hai fatto resta salvato. Riprova.',
  errorNetworkTitle: 'Nessuna connessione',
  errorNetworkText:
    'Non abbiamo raggiunto il nostro server. Controlla la connessione e riprova; quello che hai fatto resta salvato.',
  errorSessionTitle: 'La sessione è terminata',
  errorSessionText:
    'Termina dopo un po’ senza attività, per proteggere i tuoi dati. Torna da dove sei venuto e aprila di nuovo: riprendi da dove eri.',
  errorLinkTitle: 'Questo link è già stato usato',
  errorLinkText: 'Un link funziona una volta e per un tempo limitato. Chiedine uno nuovo dove l’hai avuto.',
  errorVersionTitle: 'Ricarica la pagina',
  errorVersionText: 'La pagina da cui arrivi usa una versione più vecchia. Ricaricala e riprova.',
  errorConfigTitle: 'Questa verifica non si può aprire',
  errorConfigText: 'Manca qualcosa nel modo in cui è stata aperta. Dillo a chi ti ha mandato qui.',
  errorInactiveTitle: 'Questa verifica non è disponibile',
  errorInactiveText: 'È stata disattivata da chi la gestisce. Chiedi a loro cosa fare.',
  errorBusyTitle: 'Troppi tentativi',
  errorBusyText: 'Aspetta un momento, poi riprova.',
  errorOpenTitle: 'Aprila da dove hai iniziato',
  errorOpenText: 'Questa verifica è già iniziata. Torna dove l’hai iniziata e aprila da lì: riprendi da dove eri.',
  details: 'Dettagli per l’assistenza',
  leftTitle: 'Sei uscito dalla verifica',
  leftText: 'Non si perde nulla. Puoi continuare ora o tornare più tardi.',
  leftContinue: 'Continua',
} satisfies Translated<typeof en>;
