import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Snímky vašej tváre. Tvár sa meria: vznikajú z nej čísla, ktoré ju odlišujú od iných tvárí.',
  whatPhone: 'Vaše telefónne číslo a kód, ktorý naň dostanete.',
  whatEmail: 'Vaša e-mailová adresa a kód, ktorý na ňu dostanete.',
  whatAnswers: 'To, čo zadáte alebo pridáte na ďalších stránkach.',
  whatRecords: 'To, čo o vás uvádzajú záznamy, v ktorých hľadáme.',
  whyFace: 'Aby sme overili, že ste to teraz naozaj vy.',
  whyGiven: 'Aby sme overili, že to, čo uvádzate, je správne a vaše.',
} satisfies Translated<typeof en>;
