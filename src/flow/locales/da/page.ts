import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Bekræft din identitet',
  noscript:
    'Denne side skal bruge JavaScript for at bruge dit kamera. Slå det til, eller åbn siden i en anden browser.',
  refusedTitle: 'Dette kan ikke åbnes her',
  refusedText:
    'Webstedet, der sendte dig hertil, skal ændre en indstilling. Intet er gemt. Gå tilbage, og fortæl dem det.',
  refusedOwner: 'Til webstedets udviklere',
} satisfies Translated<typeof en>;
