import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Continue no celular',
  titleElsewhere: 'Continue em outro aparelho',
  text: 'Aponte a câmera do celular para este código. O que você fez fica guardado.',
  textElsewhere: 'Abra este link em outro navegador ou aparelho. O que você fez fica guardado.',
  codeAlt: 'Código QR que abre esta verificação no celular',
  preparing: 'Preparando o código',
  link: 'Ou abra este link lá',
  copy: 'Copiar o link',
  copied: 'Copiado',
  expires: 'O link funciona uma vez, dentro de uma hora.',
  another: 'Gerar outro código',
  here: 'Continuar aqui',
  byEmail: 'Seu e-mail',
  bySms: 'Seu celular, com o código do país',
  send: 'Enviar o link',
  sent: 'O link está a caminho.',
  sendWrong: 'Não podemos enviar para lá. Confira o que digitou.',
  joinedTitle: 'Seu celular está conectado',
  joinedText: 'Continue por lá. Esta página acompanha sozinha e nada se perde se você a fechar.',
  joinedAt: 'Conectado às {time}',
  refuse: 'Não fui eu',
  refused: 'Esse aparelho não pode fazer mais nada. Aqui está um novo código.',
  inAppTitle: 'Abra no seu navegador',
  inAppText:
    'O aplicativo em que você está não deixa páginas usarem a câmera. Copie o link e abra no navegador, ou envie uma foto.',
  inAppOpen: 'Abrir no navegador',
} satisfies Translated<typeof en>;
