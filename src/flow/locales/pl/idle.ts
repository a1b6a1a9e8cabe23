import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Czy nadal tu jesteś?',
  text: {
    one: 'Aby chronić Twoje dane, ta sesja zakończy się za {count} minutę.',
    few: 'Aby chronić Twoje dane, ta sesja zakończy się za {count} minuty.',
    many: 'Aby chronić Twoje dane, ta sesja zakończy się za {count} minut.',
    other: 'Aby chronić Twoje dane, ta sesja zakończy się za {count} minuty.',
  },
  kept: 'Wszystkie dotychczasowe kroki są zapisane.',
  stay: 'Kontynuuj',
  extended: 'Masz teraz więcej czasu.',
} satisfies Translated<typeof en>;
