import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Itt van még?',
  text: {
    one: 'Adatai védelmében ez a munkamenet {count} perc múlva véget ér.',
    other: 'Adatai védelmében ez a munkamenet {count} perc múlva véget ér.',
  },
  kept: 'Minden megmarad, amit eddig elvégzett.',
  stay: 'Folytatom',
  extended: 'Most több ideje van.',
} satisfies Translated<typeof en>;
