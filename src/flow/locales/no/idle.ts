import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Er du der fortsatt?',
  text: {
    one: 'For å beskytte dataene dine avsluttes denne økten om {count} minutt.',
    other: 'For å beskytte dataene dine avsluttes denne økten om {count} minutter.',
  },
  kept: 'Alt du har gjort så langt, er lagret.',
  stay: 'Fortsett',
  extended: 'Du har mer tid nå.',
} satisfies Translated<typeof en>;
