import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'C’est terminé, merci',
  successText: 'C’était tout. Vous pouvez revenir en arrière.',
  reviewTitle: 'Merci, nous avons tout reçu',
  reviewText: 'Quelqu’un va l’examiner. {requester} vous donnera le résultat ; inutile d’attendre ici.',
  successReturn: 'Revenir à {requester}',
  successReturning: 'Nous vous ramenons à {requester}',
  successClose: 'Fermer',
  successMayClose: 'Vous pouvez fermer cette page.',
  failedTitle: 'La vérification n’a pas abouti',
  failedText: 'Voici ce qui l’a empêchée :',
  failedTextPlain: '{requester} peut vous dire quoi faire maintenant.',
  failedNext: 'Contactez {requester} si vous avez besoin d’aide.',
  restart: 'Recommencer',
  expiredTitle: 'Cette vérification a expiré',
  expiredText: 'Pour votre sécurité, elle reste ouverte un temps limité. Retournez chez {requester} et recommencez.',
  expiredTextPlain:
    'Pour votre sécurité, elle reste ouverte un temps limité. Retournez d’où vous venez et recommencez.',
} satisfies Translated<typeof en>;
