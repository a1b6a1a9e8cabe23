import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Слике вашег лица. Лице се мери: од њега настају бројеви који га разликују од других лица.',
  whatPhone: 'Ваш број телефона и код који на њега добијете.',
  whatEmail: 'Ваша имејл адреса и код који на њу добијете.',
  whatAnswers: 'Оно што унесете или додате на следећим страницама.',
  whatRecords: 'Оно што о вама кажу евиденције које претражујемо.',
  whyFace: 'Да проверимо да сте то заиста ви, сада.',
  whyGiven: 'Да проверимо да је оно што наведете тачно и ваше.',
} satisfies Translated<typeof en>;
