import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Är du kvar?',
  text: {
    one: 'För att skydda dina uppgifter avslutas sessionen om {count} minut.',
    other: 'För att skydda dina uppgifter avslutas sessionen om {count} minuter.',
  },
  kept: 'Allt du har gjort hittills är sparat.',
  stay: 'Fortsätt',
  extended: 'Du har mer tid nu.',
} satisfies Translated<typeof en>;
