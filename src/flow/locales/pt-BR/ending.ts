import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Tudo pronto, obrigado',
  successText: 'Era só isso. Você já pode voltar.',
  reviewTitle: 'Obrigado, temos tudo',
  reviewText: 'Alguém vai analisar. {requester} dirá o resultado; você não precisa esperar aqui.',
  successReturn: 'Voltar para {requester}',
  successReturning: 'Levando você de volta para {requester}',
  successClose: 'Fechar',
  successMayClose: 'Você já pode fechar esta página.',
  failedTitle: 'Não foi possível concluir a verificação',
  failedText: 'O motivo foi:',
  failedTextPlain: '{requester} pode dizer o que fazer agora.',
  failedNext: 'Fale com {requester} se precisar de ajuda.',
  restart: 'Começar de novo',
  expiredTitle: 'Esta verificação expirou',
  expiredText: 'Para sua segurança, ela fica aberta por tempo limitado. Volte para {requester} e comece de novo.',
  expiredTextPlain: 'Para sua segurança, ela fica aberta por tempo limitado. Volte para onde estava e comece de novo.',
} satisfies Translated<typeof en>;
