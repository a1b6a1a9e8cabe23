import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Un problème est survenu',
  errorText: 'Ce n’est pas de votre faute. Ce que vous avez fait est conservé. Veuillez réessayer.',
  errorNetworkTitle: 'Pas de connexion',
  errorNetworkText:
    'Nous n’avons pas pu joindre notre serveur. Vérifiez votre connexion et réessayez ; ce que vous avez fait est conservé.',
  errorSessionTitle: 'Votre session est terminée',
  errorSessionText:
    'Elle se termine après un temps sans activité, pour protéger vos données. Retournez d’où vous venez et ouvrez-la à nouveau : vous reprendrez là où vous étiez.',
  errorLinkTitle: 'Ce lien a déjà été utilisé',
  errorLinkText:
    'Un lien fonctionne une fois et un temps limité. Demandez-en un nouveau là où vous avez reçu celui-ci.',
  errorVersionTitle: 'Veuillez recharger la page',
  errorVersionText: 'La page d’où vous venez utilise une version plus ancienne. Rechargez-la et réessayez.',
  errorConfigTitle: 'Cette vérification ne peut pas être ouverte',
  errorConfigText:
    'Il manque quelque chose dans la façon dont elle a été ouverte. Dites-le à ceux qui vous envoient ici.',
  errorInactiveTitle: 'Cette vérification n’est pas disponible',
  errorInactiveText: 'Ceux qui la gèrent l’ont désactivée. Demandez-leur quoi faire.',
  errorBusyTitle: 'Trop d’essais',
  errorBusyText: 'Veuillez attendre un moment, puis réessayer.',
  errorOpenTitle: 'Ouvrez-la là où vous avez commencé',
  errorOpenText:
    'Cette vérification a déjà commencé. Retournez là où vous l’avez commencée et ouvrez-la de là : vous reprendrez où vous étiez.',
  details: 'Détails pour l’assistance',
  leftTitle: 'Vous avez quitté la vérification',
  leftText: 'Rien n’est perdu. Vous pouvez continuer maintenant ou revenir plus tard.',
  leftContinue: 'Continuer',
} satisfies Translated<typeof en>;
