import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Êtes-vous toujours là ?',
  text: {
    one: 'Pour protéger vos données, cette session se termine dans {count} minute.',
    many: 'Pour protéger vos données, cette session se termine dans {count} minutes.',
    other: 'Pour protéger vos données, cette session se termine dans {count} minutes.',
  },
  kept: 'Tout ce que vous avez fait est conservé.',
  stay: 'Continuer',
  extended: 'Vous avez de nouveau du temps.',
} satisfies Translated<typeof en>;
