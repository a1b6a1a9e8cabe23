import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Pokračujte v telefonu',
  titleElsewhere: 'Pokračujte na jiném zařízení',
  text: 'Namiřte fotoaparát telefonu na tento kód. Vše, co jste dosud udělali, zůstane uloženo.',
  textElsewhere:
    'Otevřete tento odkaz v jiném prohlížeči nebo na jiném zařízení. Vše, co jste dosud udělali, zůstane uloženo.',
  codeAlt: 'QR kód, který otevře toto ověření v telefonu',
  preparing: 'Kód se připravuje',
  link: 'Nebo tam otevřete tento odkaz',
  copy: 'Kopírovat odkaz',
  copied: 'Zkopírováno',
  expires: 'Odkaz funguje jednou, do hodiny.',
  another: 'Vytvořit nový kód',
  here: 'Pokračovat raději zde',
  byEmail: 'Vaše e-mailová adresa',
  bySms: 'Vaše číslo mobilu s předvolbou země',
  send: 'Poslat odkaz',
  sent: 'Odkaz je na cestě.',
  sendWrong: 'Tam ho poslat nemůžeme. Zkontrolujte, co jste napsali.',
  joinedTitle: 'Váš telefon je připojen',
  joinedText: 'Pokračujte v něm. Tato stránka se sama přizpůsobí, a když ji zavřete, nic se neztratí.',
  joinedAt: 'Připojeno v {time}',
  refuse: 'To nejsem já',
  refused: 'To zařízení už nemůže nic dělat. Zde je nový kód.',
  inAppTitle: 'Otevřete to v prohlížeči',
  inAppText:
    'Aplikace, ve které jste, nedovolí stránkám použít fotoaparát. Zkopírujte odkaz a otevřete ho v prohlížeči, nebo nahrajte fotografii.',
  inAppOpen: 'Otevřít v prohlížeči',
} satisfies Translated<typeof en>;
