import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'אתם עדיין כאן?',
  text: {
    one: 'כדי לשמור על המידע שלכם, החיבור יסתיים בעוד דקה.',
    two: 'כדי לשמור על המידע שלכם, החיבור יסתיים בעוד שתי דקות.',
    other: 'כדי לשמור על המידע שלכם, החיבור יסתיים בעוד {count} דקות.',
  },
  kept: 'כל מה שעשיתם עד כה נשמר.',
  stay: 'ממשיכים',
  extended: 'יש לכם עוד זמן.',
} satisfies Translated<typeof en>;
