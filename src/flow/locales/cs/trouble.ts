import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Něco se nepovedlo',
  errorText: 'Není to vaše chyba. Co jste dosud udělali, zůstane uloženo. Zkuste to prosím znovu.',
  errorNetworkTitle: 'Bez připojení',
  errorNetworkText:
    'Nepodařilo se spojit s naším serverem. Zkontrolujte připojení a zkuste to znovu; co jste dosud udělali, zůstane uloženo.',
  errorSessionTitle: 'Vaše relace skončila',
  errorSessionText:
    'Kvůli ochraně vašich údajů po době nečinnosti končí. Vraťte se tam, odkud přicházíte, a otevřete ji znovu: budete pokračovat tam, kde jste přestali.',
  errorLinkTitle: 'Tento odkaz už byl použit',
  errorLinkText: 'Odkaz funguje jednou a omezenou dobu. Vyžádejte si nový tam, kde jste dostali tento.',
  errorVersionTitle: 'Načtěte prosím stránku znovu',
  errorVersionText: 'Stránka, ze které přicházíte, používá starší verzi. Načtěte ji znovu a zkuste to ještě jednou.',
  errorConfigTitle: 'Toto ověření nelze otevřít',
  errorConfigText: 'Při jeho otevření něco chybělo. Řekněte to prosím těm, kdo vás sem poslali.',
  errorInactiveTitle: 'Toto ověření není dostupné',
  errorInactiveText: 'Jeho provozovatelé ho vypnuli. Zeptejte se jich prosím, co dělat.',
  errorBusyTitle: 'Příliš mnoho pokusů',
  errorBusyText: 'Chvíli prosím počkejte a zkuste to znovu.',
  errorOpenTitle: 'Otevřete ho tam, kde jste začali',
  errorOpenText:
    'Toto ověření už začalo. Vraťte se tam, kde jste ho začali, a otevřete ho odtud: budete pokračovat tam, kde jste přestali.',
  details: 'Podrobnosti pro podporu',
  leftTitle: 'Opustili jste ověření',
  leftText: 'Nic se neztratilo. Můžete pokračovat teď, nebo se vrátit později.',
  leftContinue: 'Pokračovat',
} satisfies Translated<typeof en>;
