import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Mai sunteți aici?',
  text: {
    one: 'Pentru protecția datelor dvs., sesiunea se încheie peste {count} minut.',
    few: 'Pentru protecția datelor dvs., sesiunea se încheie peste {count} minute.',
    other: 'Pentru protecția datelor dvs., sesiunea se încheie peste {count} de minute.',
  },
  kept: 'Tot ce ați făcut până acum se păstrează.',
  stay: 'Continuați',
  extended: 'Acum aveți mai mult timp.',
} satisfies Translated<typeof en>;
