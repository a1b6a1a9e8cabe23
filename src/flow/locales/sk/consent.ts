import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Snímky vašej tváre. Tvár sa meria: vznikajú z nej čísla, ktoré ju odlišujú od iných tvárí.',
  phone: 'Vaše telefónne číslo a kód, ktorý naň dostanete.',
  email: 'Vaša e-mailová adresa a kód, ktorý na ňu dostanete.',
  answers: 'To, čo zadáte alebo pridáte na ďalších stránkach.',
  records: 'To, čo o vás uvádzajú záznamy, v ktorých hľadáme.',
  whyFace: 'Aby sme overili, že ste to teraz naozaj vy.',
  whyGiven: 'Aby sme overili, že to, čo uvádzate, je správne a vaše.',
  startText: '{requester} vás žiada o potvrdenie niekoľkých údajov. Trvá to asi dve minúty.',
  startPrivate: 'Vaše údaje sa odosielajú šifrované a slúžia len na toto overenie',
  papers: 'List, faktúru alebo iný papier a údaje na ňom.',
} satisfies Translated<typeof en>;
