import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Ydych chi yno o hyd?',
  text: {
    zero: 'I gadw’ch data’n ddiogel, daw’r sesiwn hon i ben ymhen {count} munud.',
    one: 'I gadw’ch data’n ddiogel, daw’r sesiwn hon i ben ymhen {count} funud.',
    two: 'I gadw’ch data’n ddiogel, daw’r sesiwn hon i ben ymhen {count} funud.',
    few: 'I gadw’ch data’n ddiogel, daw’r sesiwn hon i ben ymhen {count} munud.',
    many: 'I gadw’ch data’n ddiogel, daw’r sesiwn hon i ben ymhen {count} munud.',
    other: 'I gadw’ch data’n ddiogel, daw’r sesiwn hon i ben ymhen {count} munud.',
  },
  kept: 'Mae popeth hyd yma wedi’i gadw.',
  stay: 'Parhau',
  extended: 'Mae gennych fwy o amser nawr.',
} satisfies Translated<typeof en>;
