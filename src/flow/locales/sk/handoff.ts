import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Pokračujte v telefóne',
  titleElsewhere: 'Pokračujte na inom zariadení',
  text: 'Namierte kameru telefónu na tento kód. Doterajší postup zostane uložený.',
  textElsewhere: 'Otvorte tento odkaz v inom prehliadači alebo na inom zariadení. Doterajší postup zostane uložený.',
  codeAlt: 'QR kód, ktorý otvorí toto overenie v telefóne',
  preparing: 'Kód sa pripravuje',
  link: 'Alebo tam otvorte tento odkaz',
  copy: 'Kopírovať odkaz',
  copied: 'Skopírované',
  expires: 'Odkaz funguje raz, do hodiny.',
  another: 'Vytvoriť nový kód',
  here: 'Radšej pokračovať tu',
  byEmail: 'Vaša e-mailová adresa',
  bySms: 'Vaše mobilné číslo s predvoľbou krajiny',
  send: 'Poslať odkaz',
  sent: 'Odkaz je na ceste.',
  sendWrong: 'Tam ho poslať nemôžeme. Skontrolujte, čo ste zadali.',
  joinedTitle: 'Telefón je pripojený',
  joinedText: 'Pokračujte tam. Táto stránka sa prispôsobí sama a jej zatvorením sa nič nestratí.',
  joinedAt: 'Pripojené o {time}',
  refuse: 'To nie je moje zariadenie',
  refused: 'To zariadenie už nič nemôže urobiť. Tu je nový kód.',
  inAppTitle: 'Otvorte to v prehliadači',
  inAppText:
    'Aplikácia, v ktorej ste, nedovoľuje stránkam použiť kameru. Skopírujte odkaz a otvorte ho v prehliadači alebo nahrajte fotografiu.',
  inAppOpen: 'Otvoriť v prehliadači',
} satisfies Translated<typeof en>;
