import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Verificăm documentul',
  processingSelfie: 'Verificăm selfie-ul',
  processingDetails: 'Verificăm datele',
  processingPhone: 'Verificăm numărul',
  processingEmail: 'Verificăm adresa',
  processingText: 'De obicei durează câteva secunde. Nu trebuie să faceți nimic.',
  processingSlow: 'Durează mai mult ca de obicei. Puteți rămâne sau pleca: verificarea continuă fără dvs.',
  word_received: 'Fotografii primite',
  word_found_document: 'Document găsit',
  word_reading_text: 'Citim textul',
  word_reading_barcode: 'Citim codul de bare',
  word_checking_dates: 'Verificăm datele calendaristice',
  word_finding_face: 'Căutăm fața',
  word_checking_liveness: 'Verificăm că sunteți dvs., acum',
  word_comparing_faces: 'Comparăm cu documentul',
  word_searching_records: 'Căutăm înregistrarea dvs.',
  word_deciding: 'Punem totul cap la cap',
  stateDone: 'gata',
  stateNow: 'în curs',
  stateNext: 'urmează',
} satisfies Translated<typeof en>;
