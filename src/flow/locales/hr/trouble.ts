import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Nešto je pošlo po zlu',
  errorText: 'Niste vi krivi. Sve dosadašnje je sačuvano. Pokušajte ponovno.',
  errorNetworkTitle: 'Nema veze',
  errorNetworkText:
    'Nismo mogli doći do poslužitelja. Provjerite vezu i pokušajte ponovno; sve dosadašnje je sačuvano.',
  errorSessionTitle: 'Vaša je sesija završila',
  errorSessionText:
    'Završava nakon nekog vremena bez aktivnosti, radi zaštite vaših podataka. Vratite se odakle ste došli i otvorite je ponovno: nastavit ćete gdje ste stali.',
  errorLinkTitle: 'Ova je poveznica već iskorištena',
  errorLinkText: 'Poveznica radi jednom i ograničeno vrijeme. Zatražite novu tamo gdje ste dobili ovu.',
  errorVersionTitle: 'Ponovno učitajte stranicu',
  errorVersionText: 'Stranica s koje ste došli koristi stariju verziju. Ponovno je učitajte i pokušajte opet.',
  errorConfigTitle: 'Ova se provjera ne može otvoriti',
  errorConfigText: 'Nešto nedostaje u načinu na koji je otvorena. Javite to onima koji su vas ovamo poslali.',
  errorInactiveTitle: 'Ova provjera nije dostupna',
  errorInactiveText: 'Isključili su je oni koji je vode. Pitajte ih što učiniti.',
  errorBusyTitle: 'Previše pokušaja',
  errorBusyText: 'Pričekajte trenutak pa pokušajte ponovno.',
  errorOpenTitle: 'Otvorite je odakle ste počeli',
  errorOpenText:
    'Ova je provjera već započela. Vratite se tamo gdje ste je započeli i odande je otvorite: nastavit ćete gdje ste stali.',
  details: 'Podaci za podršku',
  leftTitle: 'Napustili ste provjeru',
  leftText: 'Ništa nije izgubljeno. Možete nastaviti sada ili se vratiti kasnije.',
  leftContinue: 'Nastavi',
} satisfies Translated<typeof en>;
