import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Imagens do seu rosto. Ele é medido: disso resultam números que o distinguem de outros.',
  phone: 'Seu número de telefone e o código que você recebe nele.',
  email: 'Seu e-mail e o código que você recebe nele.',
  answers: 'O que você informar ou adicionar nas próximas páginas.',
  records: 'O que os registros que consultamos dizem sobre você.',
  whyFace: 'Para conferir se é mesmo você, agora.',
  whyGiven: 'Para conferir se o que você informa está certo e é seu.',
  startText: '{requester} pede que você confirme alguns dados. Leva cerca de dois minutos.',
  startPrivate: 'Seus dados são enviados criptografados e usados só nesta verificação',
  papers: 'Uma carta, conta ou outro papel e os dados impressos nele.',
} satisfies Translated<typeof en>;
