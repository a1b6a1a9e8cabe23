import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Jste tu ještě?',
  text: {
    one: 'Kvůli ochraně vašich údajů tato relace skončí za {count} minutu.',
    few: 'Kvůli ochraně vašich údajů tato relace skončí za {count} minuty.',
    many: 'Kvůli ochraně vašich údajů tato relace skončí za {count} minuty.',
    other: 'Kvůli ochraně vašich údajů tato relace skončí za {count} minut.',
  },
  kept: 'Vše, co jste dosud udělali, zůstane uloženo.',
  stay: 'Pokračovat',
  extended: 'Máte teď více času.',
} satisfies Translated<typeof en>;
