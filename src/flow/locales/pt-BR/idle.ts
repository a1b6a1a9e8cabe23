import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Você ainda está aí?',
  text: {
    one: 'Para proteger seus dados, esta sessão termina em {count} minuto.',
    many: 'Para proteger seus dados, esta sessão termina em {count} minutos.',
    other: 'Para proteger seus dados, esta sessão termina em {count} minutos.',
  },
  kept: 'Tudo o que você fez fica guardado.',
  stay: 'Continuar',
  extended: 'Você tem mais tempo agora.',
} satisfies Translated<typeof en>;
