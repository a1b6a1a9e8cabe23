import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Controllo del documento',
  processingSelfie: 'Controllo del selfie',
  processingDetails: 'Controllo dei tuoi dati',
  processingPhone: 'Controllo del tuo numero',
  processingEmail: 'Controllo del tuo indirizzo',
  processingText: 'Di solito bastano pochi secondi. Non devi fare nulla.',
  processingSlow: 'Ci vuole più del solito. Puoi restare o uscire: il controllo va avanti senza di te.',
  word_received: 'Foto ricevute',
  word_found_document: 'Documento trovato',
  word_reading_text: 'Lettura del testo',
  word_reading_barcode: 'Lettura del codice a barre',
  word_checking_dates: 'Controllo delle date',
  word_finding_face: 'Ricerca del viso',
  word_checking_liveness: 'Controllo che sia tu, adesso',
  word_comparing_faces: 'Confronto con il documento',
  word_searching_records: 'Ricerca dei tuoi dati',
  word_deciding: 'Riepilogo dei risultati',
  stateDone: 'fatto',
  stateNow: 'in corso',
  stateNext: 'da fare',
} satisfies Translated<typeof en>;
