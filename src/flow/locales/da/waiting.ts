import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Dit dokument kontrolleres',
  processingSelfie: 'Din selfie kontrolleres',
  processingDetails: 'Dine oplysninger kontrolleres',
  processingPhone: 'Dit nummer kontrolleres',
  processingEmail: 'Din adresse kontrolleres',
  processingText: 'Det tager som regel nogle få sekunder. Du behøver ikke gøre noget.',
  processingSlow: 'Det tager længere tid end normalt. Du kan blive eller gå: Kontrollen fortsætter uden dig.',
  word_received: 'Billeder modtaget',
  word_found_document: 'Dokumentet er fundet',
  word_reading_text: 'Læser teksten',
  word_reading_barcode: 'Læser stregkoden',
  word_checking_dates: 'Kontrollerer datoerne',
  word_finding_face: 'Finder dit ansigt',
  word_checking_liveness: 'Kontrollerer, at det er dig, nu',
  word_comparing_faces: 'Sammenligner med dit dokument',
  word_searching_records: 'Søger efter dine oplysninger',
  word_deciding: 'Samler resultatet',
  stateDone: 'færdig',
  stateNow: 'i gang',
  stateNext: 'kommer',
} satisfies Translated<typeof en>;
