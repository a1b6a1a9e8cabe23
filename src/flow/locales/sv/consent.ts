import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Bilder av ditt ansikte. Det mäts: det blir tal som skiljer det från andra.',
  phone: 'Ditt telefonnummer och koden som du får dit.',
  email: 'Din e-postadress och koden som du får dit.',
  answers: 'Det du skriver eller lägger till på följande sidor.',
  records: 'Det som registren vi söker i säger om dig.',
  whyFace: 'För att kontrollera att det verkligen är du, nu.',
  whyGiven: 'För att kontrollera att det du uppger stämmer och är ditt.',
  startText: '{requester} ber dig bekräfta några uppgifter. Det tar ungefär två minuter.',
  startPrivate: 'Dina uppgifter skickas krypterat och används bara för den här kontrollen',
  papers: 'Ett brev, en räkning eller ett annat papper och uppgifterna som står på det.',
} satisfies Translated<typeof en>;
