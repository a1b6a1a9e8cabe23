import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Er ging iets mis',
  errorText: 'Dit ligt niet aan u. Wat u hebt gedaan, blijft bewaard. Probeer het opnieuw.',
  errorNetworkTitle: 'Geen verbinding',
  errorNetworkText:
    'We konden onze server niet bereiken. Controleer uw verbinding en probeer het opnieuw; wat u hebt gedaan, blijft bewaard.',
  errorSessionTitle: 'Uw sessie is beëindigd',
  errorSessionText:
    'Ze eindigt na een tijd zonder activiteit, om uw gegevens te beschermen. Ga terug naar waar u vandaan kwam en open haar opnieuw: u gaat verder waar u was gebleven.',
  errorLinkTitle: 'Deze link is al gebruikt',
  errorLinkText: 'Een link werkt één keer en beperkte tijd. Vraag een nieuwe aan waar u deze hebt gekregen.',
  errorVersionTitle: 'Laad de pagina opnieuw',
  errorVersionText:
    'De pagina waar u vandaan komt, gebruikt een oudere versie. Laad haar opnieuw en probeer het nog eens.',
  errorConfigTitle: 'Deze verificatie kan niet worden geopend',
  errorConfigText: 'Er ontbreekt iets aan de manier waarop ze is geopend. Meld het aan wie u hierheen stuurde.',
  errorInactiveTitle: 'Deze verificatie is niet beschikbaar',
  errorInactiveText: 'De beheerders hebben haar uitgezet. Vraag hun wat u kunt doen.',
  errorBusyTitle: 'Te veel pogingen',
  errorBusyText: 'Wacht even en probeer het dan opnieuw.',
  errorOpenTitle: 'Open haar waar u begonnen bent',
  errorOpenText:
    'Deze verificatie is al begonnen. Ga terug naar waar u begon en open haar daar: u gaat verder waar u was gebleven.',
  details: 'Details voor de helpdesk',
  leftTitle: 'U hebt de verificatie verlaten',
  leftText: 'Er is niets verloren. U kunt nu verdergaan of later terugkomen.',
  leftContinue: 'Verdergaan',
} satisfies Translated<typeof en>;
