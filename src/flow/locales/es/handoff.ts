import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Continúe en el móvil',
  titleElsewhere: 'Continúe en otro dispositivo',
  text: 'Apunte con la cámara del móvil a este código. Lo que ha hecho se conserva.',
  textElsewhere: 'Abra este enlace en otro navegador o en otro dispositivo. Lo que ha hecho se conserva.',
  codeAlt: 'Código QR que abre esta verificación en el móvil',
  preparing: 'Preparando el código',
  link: 'O abra allí este enlace',
  copy: 'Copiar el enlace',
  copied: 'Copiado',
  expires: 'El enlace funciona una vez, durante una hora.',
  another: 'Crear otro código',
  here: 'Seguir aquí',
  byEmail: 'Su correo electrónico',
  bySms: 'Su número de móvil, con el prefijo del país',
  send: 'Enviar el enlace',
  sent: 'El enlace está en camino.',
  sendWrong: 'No podemos enviarlo allí. Compruebe lo que ha escrito.',
  joinedTitle: 'Su móvil está conectado',
  joinedText: 'Siga allí. Esta página avanza sola y no se pierde nada si la cierra.',
  joinedAt: 'Conectado a las {time}',
  refuse: 'No fui yo',
  refused: 'Ese dispositivo ya no puede hacer nada. Aquí tiene un código nuevo.',
  inAppTitle: 'Ábralo en su navegador',
  inAppText:
    'La aplicación en la que está no deja que las páginas usen la cámara. Copie el enlace y ábralo en su navegador, o suba una foto.',
  inAppOpen: 'Abrir en el navegador',
} satisfies Translated<typeof en>;
