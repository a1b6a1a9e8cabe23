import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Знімки вашого обличчя. Його вимірюють: виходять числа, що відрізняють його від інших.',
  whatPhone: 'Ваш номер телефону та код, який на нього надійде.',
  whatEmail: 'Ваша ел. адреса та код, який на неї надійде.',
  whatAnswers: 'Те, що ви введете або додасте на наступних сторінках.',
  whatRecords: 'Те, що кажуть про вас реєстри, у яких ми шукаємо.',
  whyFace: 'Щоб перевірити, що це справді ви, зараз.',
  whyGiven: 'Щоб перевірити, що вказане правильне й належить вам.',
} satisfies Translated<typeof en>;
