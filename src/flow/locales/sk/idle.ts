import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Ste ešte tu?',
  text: {
    one: 'Na ochranu vašich údajov sa táto relácia skončí o {count} minútu.',
    few: 'Na ochranu vašich údajov sa táto relácia skončí o {count} minúty.',
    many: 'Na ochranu vašich údajov sa táto relácia skončí o {count} minúty.',
    other: 'Na ochranu vašich údajov sa táto relácia skončí o {count} minút.',
  },
  kept: 'Doterajší postup zostane uložený.',
  stay: 'Pokračovať',
  extended: 'Teraz máte viac času.',
} satisfies Translated<typeof en>;
