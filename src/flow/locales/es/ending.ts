import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Todo listo, gracias',
  successText: 'Eso era todo. Ya puede volver.',
  reviewTitle: 'Gracias, lo tenemos todo',
  reviewText: 'Alguien lo revisará. {requester} le comunicará el resultado; no hace falta que espere aquí.',
  successReturn: 'Volver a {requester}',
  successReturning: 'Le llevamos de vuelta a {requester}',
  successClose: 'Cerrar',
  successMayClose: 'Ya puede cerrar esta página.',
  failedTitle: 'No pudimos completar la verificación',
  failedText: 'Esto lo impidió:',
  failedTextPlain: '{requester} puede decirle qué hacer ahora.',
  failedNext: 'Contacte con {requester} si necesita ayuda.',
  restart: 'Empezar de nuevo',
  expiredTitle: 'Esta verificación ha caducado',
  expiredText: 'Por su seguridad permanece abierta un tiempo limitado. Vuelva a {requester} y empiece de nuevo.',
  expiredTextPlain:
    'Por su seguridad permanece abierta un tiempo limitado. Vuelva al lugar de donde vino y empiece de nuevo.',
} satisfies Translated<typeof en>;
