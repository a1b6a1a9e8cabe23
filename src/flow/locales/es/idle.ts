import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: '¿Sigue ahí?',
  text: {
    one: 'Para proteger sus datos, esta sesión termina en {count} minuto.',
    many: 'Para proteger sus datos, esta sesión termina en {count} minutos.',
    other: 'Para proteger sus datos, esta sesión termina en {count} minutos.',
  },
  kept: 'Todo lo que ha hecho se conserva.',
  stay: 'Seguir',
  extended: 'Ya tiene más tiempo.',
} satisfies Translated<typeof en>;
