import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Vérification de votre document',
  processingSelfie: 'Vérification de votre selfie',
  processingDetails: 'Vérification de vos informations',
  processingPhone: 'Vérification de votre numéro',
  processingEmail: 'Vérification de votre adresse',
  processingText: 'Cela prend en général quelques secondes. Vous n’avez rien à faire.',
  processingSlow:
    'Cela dure plus longtemps que d’habitude. Vous pouvez rester ou partir : la vérification continue sans vous.',
  word_received: 'Photos reçues',
  word_found_document: 'Document trouvé',
  word_reading_text: 'Lecture du texte',
  word_reading_barcode: 'Lecture du code-barres',
  word_checking_dates: 'Vérification des dates',
  word_finding_face: 'Recherche de votre visage',
  word_checking_liveness: 'Vérification que c’est vous, maintenant',
  word_comparing_faces: 'Comparaison avec votre document',
  word_searching_records: 'Recherche de votre dossier',
  word_deciding: 'Mise en commun',
  stateDone: 'terminé',
  stateNow: 'en cours',
  stateNext: 'à venir',
} satisfies Translated<typeof en>;
