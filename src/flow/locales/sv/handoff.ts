import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Fortsätt på telefonen',
  titleElsewhere: 'Fortsätt på en annan enhet',
  text: 'Rikta telefonens kamera mot koden. Allt du har gjort hittills är sparat.',
  textElsewhere: 'Öppna länken i en annan webbläsare eller på en annan enhet. Allt du har gjort hittills är sparat.',
  codeAlt: 'QR-kod som öppnar verifieringen på telefonen',
  preparing: 'Koden skapas',
  link: 'Eller öppna den här länken där',
  copy: 'Kopiera länken',
  copied: 'Kopierat',
  expires: 'Länken fungerar en gång, inom en timme.',
  another: 'Skapa en ny kod',
  here: 'Fortsätt här i stället',
  byEmail: 'Din e-postadress',
  bySms: 'Ditt mobilnummer, med landsnummer',
  send: 'Skicka länken',
  sent: 'Länken är på väg.',
  sendWrong: 'Vi kan inte skicka den dit. Kontrollera det du skrev.',
  joinedTitle: 'Din telefon är ansluten',
  joinedText: 'Fortsätt där. Den här sidan följer med av sig själv, och inget går förlorat om du stänger den.',
  joinedAt: 'Ansluten {time}',
  refuse: 'Det var inte jag',
  refused: 'Den enheten kan inte göra något mer. Här är en ny kod.',
  inAppTitle: 'Öppna det här i webbläsaren',
  inAppText:
    'Appen du är i låter inte sidor använda kameran. Kopiera länken och öppna den i webbläsaren, eller ladda upp ett foto.',
  inAppOpen: 'Öppna i webbläsaren',
} satisfies Translated<typeof en>;
