import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Klaar, dank u wel',
  successText: 'Dat was alles. U kunt nu teruggaan.',
  reviewTitle: 'Dank u wel, we hebben alles',
  reviewText: 'Iemand gaat ernaar kijken. {requester} laat u het resultaat weten; u hoeft hier niet te wachten.',
  successReturn: 'Terug naar {requester}',
  successReturning: 'We brengen u terug naar {requester}',
  successClose: 'Sluiten',
  successMayClose: 'U kunt deze pagina nu sluiten.',
  failedTitle: 'We konden de verificatie niet afronden',
  failedText: 'Dit stond in de weg:',
  failedTextPlain: '{requester} kan u vertellen wat u nu kunt doen.',
  failedNext: 'Neem contact op met {requester} als u hulp nodig hebt.',
  restart: 'Opnieuw beginnen',
  expiredTitle: 'Deze verificatie is verlopen',
  expiredText: 'Voor uw veiligheid blijft ze beperkte tijd open. Ga terug naar {requester} en begin opnieuw.',
  expiredTextPlain:
    'Voor uw veiligheid blijft ze beperkte tijd open. Ga terug naar waar u vandaan kwam en begin opnieuw.',
} satisfies Translated<typeof en>;
