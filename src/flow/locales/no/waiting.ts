import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Dokumentet kontrolleres',
  processingSelfie: 'Selfien kontrolleres',
  processingDetails: 'Opplysningene kontrolleres',
  processingPhone: 'Nummeret kontrolleres',
  processingEmail: 'Adressen kontrolleres',
  processingText: 'Det tar vanligvis noen sekunder. Du trenger ikke å gjøre noe.',
  processingSlow: 'Det tar lengre tid enn vanlig. Du kan bli eller gå: Kontrollen fortsetter uten deg.',
  word_received: 'Bilder mottatt',
  word_found_document: 'Dokumentet er funnet',
  word_reading_text: 'Leser teksten',
  word_reading_barcode: 'Leser strekkoden',
  word_checking_dates: 'Kontrollerer datoene',
  word_finding_face: 'Finner ansiktet ditt',
  word_checking_liveness: 'Kontrollerer at det er deg, nå',
  word_comparing_faces: 'Sammenligner med dokumentet',
  word_searching_records: 'Leter etter opplysningene dine',
  word_deciding: 'Setter det sammen',
  stateDone: 'ferdig',
  stateNow: 'pågår',
  stateNext: 'kommer',
} satisfies Translated<typeof en>;
