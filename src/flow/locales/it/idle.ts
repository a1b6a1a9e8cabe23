import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Sei ancora qui?',
  text: {
    one: 'Per proteggere i tuoi dati, la sessione termina tra {count} minuto.',
    many: 'Per proteggere i tuoi dati, la sessione termina tra {count} minuti.',
    other: 'Per proteggere i tuoi dati, la sessione termina tra {count} minuti.',
  },
  kept: 'Tutto quello che hai fatto resta salvato.',
  stay: 'Continua',
  extended: 'Ora hai più tempo.',
} satisfies Translated<typeof en>;
