import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Niečo sa pokazilo',
  errorText: 'Nie je to vaša chyba. Doterajší postup zostane uložený. Skúste to znova.',
  errorNetworkTitle: 'Žiadne pripojenie',
  errorNetworkText:
    'Nepodarilo sa spojiť s naším serverom. Skontrolujte pripojenie a skúste to znova; doterajší postup zostane uložený.',
  errorSessionTitle: 'Vaša relácia sa skončila',
  errorSessionText:
    'Na ochranu vašich údajov sa po čase bez aktivity skončí. Vráťte sa tam, odkiaľ prichádzate, a otvorte ju znova: budete pokračovať tam, kde ste skončili.',
  errorLinkTitle: 'Tento odkaz už bol použitý',
  errorLinkText: 'Odkaz funguje raz a obmedzený čas. Požiadajte o nový tam, kde ste dostali tento.',
  errorVersionTitle: 'Načítajte stránku znova',
  errorVersionText: 'Stránka, z ktorej prichádzate, používa staršiu verziu. Načítajte ju znova a skúste to ešte raz.',
  errorConfigTitle: 'Toto overenie sa nedá otvoriť',
  errorConfigText: 'Pri jeho otvorení niečo chýba. Oznámte to tým, ktorí vás sem poslali.',
  errorInactiveTitle: 'Toto overenie nie je dostupné',
  errorInactiveText: 'Vypli ho tí, ktorí ho prevádzkujú. Spýtajte sa ich, čo robiť.',
  errorBusyTitle: 'Príliš veľa pokusov',
  errorBusyText: 'Chvíľu počkajte a skúste to znova.',
  errorOpenTitle: 'Otvorte to tam, kde ste začali',
  errorOpenText:
    'Toto overenie sa už začalo. Vráťte sa tam, kde ste ho začali, a otvorte ho odtiaľ: budete pokračovať tam, kde ste skončili.',
  details: 'Podrobnosti pre podporu',
  leftTitle: 'Opustili ste overenie',
  leftText: 'Nič sa nestratilo. Môžete pokračovať teraz alebo sa vrátiť neskôr.',
  leftContinue: 'Pokračovať',
} satisfies Translated<typeof en>;
