import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Seu código para {requester}',
  codeMail:
    'Seu código é {code}\n\nDigite-o na página de {requester} que o pediu. Ele vale por {minutes} minutos.\n\nNão conte a ninguém, nem por telefone. Se você não pediu um código, não precisa fazer nada.',
  codeText: '{code} é o seu código para {requester}. Não conte a ninguém.',
  linkSubject: 'Continue com {requester} neste aparelho',
  linkMail:
    'Você pediu para continuar em outro aparelho. Abra lá este link:\n\n{link}\n\nEle funciona uma vez, dentro de uma hora. Se você não pediu, não abra.',
  linkText: '{requester}: continue aqui: {link}',
} satisfies MessageWords;
