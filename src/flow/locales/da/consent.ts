import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Billeder af dit ansigt. Det måles: det giver tal, der adskiller det fra andre.',
  phone: 'Dit telefonnummer og den kode, du får der.',
  email: 'Din e-mailadresse og den kode, du får der.',
  answers: 'Det, du skriver eller tilføjer på de næste sider.',
  records: 'Det, som de registre, vi søger i, siger om dig.',
  whyFace: 'For at kontrollere, at det virkelig er dig, nu.',
  whyGiven: 'For at kontrollere, at det, du oplyser, er rigtigt og dit.',
  startText: '{requester} beder dig bekræfte nogle oplysninger. Det tager omkring to minutter.',
  startPrivate: 'Dine oplysninger sendes krypteret og bruges kun til denne kontrol',
  papers: 'Et brev, en regning eller et andet papir og de oplysninger, der står på det.',
} satisfies Translated<typeof en>;
