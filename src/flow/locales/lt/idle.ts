import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Ar dar esate čia?',
  text: {
    one: 'Jūsų duomenims apsaugoti ši sesija baigsis po {count} minutės.',
    few: 'Jūsų duomenims apsaugoti ši sesija baigsis po {count} minučių.',
    many: 'Jūsų duomenims apsaugoti ši sesija baigsis po {count} minutės.',
    other: 'Jūsų duomenims apsaugoti ši sesija baigsis po {count} minučių.',
  },
  kept: 'Tai, ką padarėte, išsaugota.',
  stay: 'Tęsti',
  extended: 'Dabar turite daugiau laiko.',
} satisfies Translated<typeof en>;
