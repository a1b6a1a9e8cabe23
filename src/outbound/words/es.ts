import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Su código para {requester}',
  codeMail:
    'Su código es {code}\n\nEscríbalo en la página de {requester} que lo pidió. Vale {minutes} minutos.\n\nNo se lo diga a nadie, tampoco por teléfono. Si no pidió un código, no tiene que hacer nada.',
  codeText: '{code} es su código para {requester}. No se lo diga a nadie.',
  linkSubject: 'Siga con {requester} en este dispositivo',
  linkMail:
    'Pidió seguir en otro dispositivo. Abra allí este enlace:\n\n{link}\n\nFunciona una vez, durante una hora. Si no lo pidió, no lo abra.',
  linkText: '{requester}: siga aquí: {link}',
} satisfies MessageWords;
