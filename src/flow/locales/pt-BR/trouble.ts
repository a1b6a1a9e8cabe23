import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Algo deu errado',
  errorText: 'Não é culpa sua. O que você fez fica guardado. Tente de novo.',
  errorNetworkTitle: 'Sem conexão',
  errorNetworkText:
    'Não conseguimos chegar ao nosso servidor. Confira sua conexão e tente de novo; o que você fez fica guardado.',
  errorSessionTitle: 'Sua sessão terminou',
  errorSessionText:
    'Ela termina após um tempo sem atividade, para proteger seus dados. Volte para onde estava e abra de novo: você continua de onde parou.',
  errorLinkTitle: 'Este link já foi usado',
  errorLinkText: 'Um link funciona uma vez e por tempo limitado. Peça outro onde você recebeu este.',
  errorVersionTitle: 'Recarregue a página',
  errorVersionText: 'A página de onde você veio usa uma versão antiga. Recarregue-a e tente de novo.',
  errorConfigTitle: 'Não é possível abrir esta verificação',
  errorConfigText: 'Falta algo na forma como foi aberta. Avise quem enviou você aqui.',
  errorInactiveTitle: 'Esta verificação não está disponível',
  errorInactiveText: 'Foi desativada por quem a administra. Pergunte a eles o que fazer.',
  errorBusyTitle: 'Tentativas demais',
  errorBusyText: 'Espere um momento e tente de novo.',
  errorOpenTitle: 'Abra de onde você começou',
  errorOpenText: 'Esta verificação já começou. Volte para onde a começou e abra de lá: você continua de onde parou.',
  details: 'Detalhes para o suporte',
  leftTitle: 'Você saiu da verificação',
  leftText: 'Nada se perde. Você pode continuar agora ou voltar depois.',
  leftContinue: 'Continuar',
} satisfies Translated<typeof en>;
