import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Något gick fel',
  errorText: 'Det är inte ditt fel. Det du har gjort hittills är sparat. Försök igen.',
  errorNetworkTitle: 'Ingen anslutning',
  errorNetworkText:
    'Vi kunde inte nå vår server. Kontrollera anslutningen och försök igen; det du har gjort hittills är sparat.',
  errorSessionTitle: 'Din session har avslutats',
  errorSessionText:
    'Den avslutas efter en stund utan aktivitet, för att skydda dina uppgifter. Gå tillbaka dit du kom från och öppna den igen: du fortsätter där du slutade.',
  errorLinkTitle: 'Länken har redan använts',
  errorLinkText: 'En länk fungerar en gång och en begränsad tid. Be om en ny där du fick den här.',
  errorVersionTitle: 'Ladda om sidan',
  errorVersionText: 'Sidan du kom från använder en äldre version. Ladda om den och försök igen.',
  errorConfigTitle: 'Verifieringen kan inte öppnas',
  errorConfigText: 'Något saknas i hur den öppnades. Berätta det för dem som skickade dig hit.',
  errorInactiveTitle: 'Verifieringen är inte tillgänglig',
  errorInactiveText: 'Den har stängts av av dem som driver den. Fråga dem vad du ska göra.',
  errorBusyTitle: 'För många försök',
  errorBusyText: 'Vänta en stund och försök sedan igen.',
  errorOpenTitle: 'Öppna den där du började',
  errorOpenText:
    'Verifieringen har redan börjat. Gå tillbaka dit du startade den och öppna den därifrån: du fortsätter där du slutade.',
  details: 'Detaljer för supporten',
  leftTitle: 'Du har lämnat verifieringen',
  leftText: 'Inget har gått förlorat. Du kan fortsätta nu eller komma tillbaka senare.',
  leftContinue: 'Fortsätt',
} satisfies Translated<typeof en>;
