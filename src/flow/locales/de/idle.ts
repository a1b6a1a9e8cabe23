import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Sind Sie noch da?',
  text: {
    one: 'Zum Schutz Ihrer Daten endet diese Sitzung in {count} Minute.',
    other: 'Zum Schutz Ihrer Daten endet diese Sitzung in {count} Minuten.',
  },
  kept: 'Was Sie bisher getan haben, bleibt erhalten.',
  stay: 'Weitermachen',
  extended: 'Sie haben jetzt wieder mehr Zeit.',
} satisfies Translated<typeof en>;
