import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Снимки вашего лица. Его измеряют: получаются числа, отличающие его от других.',
  whatPhone: 'Ваш номер телефона и код, который на него придёт.',
  whatEmail: 'Ваш адрес эл. почты и код, который на него придёт.',
  whatAnswers: 'То, что вы введёте или добавите на следующих страницах.',
  whatRecords: 'То, что говорят о вас реестры, в которых мы ищем.',
  whyFace: 'Чтобы проверить, что это действительно вы, сейчас.',
  whyGiven: 'Чтобы проверить, что указанное верно и принадлежит вам.',
} satisfies Translated<typeof en>;
