import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Vérifier votre identité',
  noscript:
    'Cette page a besoin de JavaScript pour utiliser votre caméra. Activez-le, ou ouvrez cette page dans un autre navigateur.',
  refusedTitle: 'Impossible de l’ouvrir ici',
  refusedText:
    'Le site qui vous envoie doit changer un réglage. Rien n’a été enregistré. Veuillez revenir et le lui dire.',
  refusedOwner: 'Pour les développeurs du site',
} satisfies Translated<typeof en>;
