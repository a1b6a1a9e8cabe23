import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Verifique sua identidade',
  noscript: 'Esta página precisa de JavaScript para usar a câmera. Ative-o ou abra a página em outro navegador.',
  refusedTitle: 'Não é possível abrir aqui',
  refusedText: 'O site que enviou você precisa mudar uma configuração. Nada foi guardado. Volte e avise.',
  refusedOwner: 'Para os desenvolvedores do site',
} satisfies Translated<typeof en>;
