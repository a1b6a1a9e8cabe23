import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Noe gikk galt',
  errorText: 'Det er ikke din feil. Det du har gjort så langt, er lagret. Prøv igjen.',
  errorNetworkTitle: 'Ingen forbindelse',
  errorNetworkText:
    'Vi kunne ikke nå serveren vår. Kontroller forbindelsen og prøv igjen; det du har gjort så langt, er lagret.',
  errorSessionTitle: 'Økten er avsluttet',
  errorSessionText:
    'Den avsluttes etter en stund uten aktivitet, for å beskytte dataene dine. Gå tilbake dit du kom fra, og åpne den igjen: Du fortsetter der du slapp.',
  errorLinkTitle: 'Lenken er allerede brukt',
  errorLinkText: 'En lenke virker én gang og i begrenset tid. Be om en ny der du fikk denne.',
  errorVersionTitle: 'Last inn siden på nytt',
  errorVersionText: 'Siden du kom fra, bruker en eldre versjon. Last den inn på nytt og prøv igjen.',
  errorConfigTitle: 'Bekreftelsen kan ikke åpnes',
  errorConfigText: 'Noe mangler i måten den ble åpnet på. Si fra til dem som sendte deg hit.',
  errorInactiveTitle: 'Bekreftelsen er ikke tilgjengelig',
  errorInactiveText: 'Den er slått av av dem som driver den. Spør dem hva du skal gjøre.',
  errorBusyTitle: 'For mange forsøk',
  errorBusyText: 'Vent et øyeblikk og prøv igjen.',
  errorOpenTitle: 'Åpne den der du begynte',
  errorOpenText:
    'Bekreftelsen har allerede begynt. Gå tilbake dit du startet den, og åpne den derfra: Du fortsetter der du slapp.',
  details: 'Opplysninger til brukerstøtte',
  leftTitle: 'Du har forlatt bekreftelsen',
  leftText: 'Ingenting er tapt. Du kan fortsette nå eller komme tilbake senere.',
  leftContinue: 'Fortsett',
} satisfies Translated<typeof en>;
