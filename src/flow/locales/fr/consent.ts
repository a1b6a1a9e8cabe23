import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Des images de votre visage. Il est mesuré : on en tire des nombres qui le distinguent d’autres.',
  phone: 'Votre numéro de téléphone et le code que vous y recevez.',
  email: 'Votre adresse e-mail et le code que vous y recevez.',
  answers: 'Ce que vous saisissez ou ajoutez sur les pages suivantes.',
  records: 'Ce que disent de vous les registres que nous consultons.',
  whyFace: 'Pour vérifier que c’est bien vous, maintenant.',
  whyGiven: 'Pour vérifier que ce que vous indiquez est exact et vous appartient.',
  startText: '{requester} vous demande de confirmer quelques informations. Cela prend environ deux minutes.',
  startPrivate: 'Vos informations sont envoyées chiffrées et servent uniquement à cette vérification',
  papers: 'Une lettre, une facture ou un autre papier, et les informations qui y figurent.',
} satisfies Translated<typeof en>;
