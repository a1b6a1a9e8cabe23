import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Viskas, ačiū',
  successText: 'Tai buvo viskas. Galite grįžti.',
  reviewTitle: 'Ačiū, turime viską',
  reviewText: 'Kas nors tai peržiūrės. {requester} praneš jums rezultatą; čia laukti nereikia.',
  successReturn: 'Grįžti: {requester}',
  successReturning: 'Grąžiname jus: {requester}',
  successClose: 'Uždaryti',
  successMayClose: 'Dabar galite uždaryti šį puslapį.',
  failedTitle: 'Nepavyko užbaigti patvirtinimo',
  failedText: 'Štai kas sutrukdė:',
  failedTextPlain: '{requester} gali pasakyti, ką daryti toliau.',
  failedNext: 'Jei reikia pagalbos, susisiekite: {requester}.',
  restart: 'Pradėti iš naujo',
  expiredTitle: 'Šio patvirtinimo laikas baigėsi',
  expiredText: 'Jūsų saugumui jis atviras ribotą laiką. Grįžkite ({requester}) ir pradėkite iš naujo.',
  expiredTextPlain: 'Jūsų saugumui jis atviras ribotą laiką. Grįžkite ten, iš kur atėjote, ir pradėkite iš naujo.',
} satisfies Translated<typeof en>;
