import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Din handling kontrolleras',
  processingSelfie: 'Din selfie kontrolleras',
  processingDetails: 'Dina uppgifter kontrolleras',
  processingPhone: 'Ditt nummer kontrolleras',
  processingEmail: 'Din adress kontrolleras',
  processingText: 'Det tar oftast några sekunder. Du behöver inte göra något.',
  processingSlow: 'Det tar längre tid än vanligt. Du kan stanna eller gå: kontrollen fortsätter utan dig.',
  word_received: 'Foton mottagna',
  word_found_document: 'Handlingen hittad',
  word_reading_text: 'Läser texten',
  word_reading_barcode: 'Läser streckkoden',
  word_checking_dates: 'Kontrollerar datumen',
  word_finding_face: 'Letar efter ditt ansikte',
  word_checking_liveness: 'Kontrollerar att det är du, nu',
  word_comparing_faces: 'Jämför med din handling',
  word_searching_records: 'Letar efter dina uppgifter',
  word_deciding: 'Sammanställer',
  stateDone: 'klart',
  stateNow: 'pågår',
  stateNext: 'kommer',
} satisfies Translated<typeof en>;
