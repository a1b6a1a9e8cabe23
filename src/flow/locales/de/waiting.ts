import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Ihr Ausweis wird geprüft',
  processingSelfie: 'Ihr Selfie wird geprüft',
  processingDetails: 'Ihre Angaben werden geprüft',
  processingPhone: 'Ihre Nummer wird geprüft',
  processingEmail: 'Ihre Adresse wird geprüft',
  processingText: 'Das dauert meist nur ein paar Sekunden. Sie müssen nichts tun.',
  processingSlow: 'Es dauert länger als sonst. Sie können warten oder gehen: Die Prüfung läuft ohne Sie weiter.',
  word_received: 'Fotos angekommen',
  word_found_document: 'Ausweis gefunden',
  word_reading_text: 'Text wird gelesen',
  word_reading_barcode: 'Strichcode wird gelesen',
  word_checking_dates: 'Daten werden geprüft',
  word_finding_face: 'Gesicht wird gesucht',
  word_checking_liveness: 'Wird geprüft, ob Sie es sind, jetzt',
  word_comparing_faces: 'Wird mit dem Ausweis verglichen',
  word_searching_records: 'Ihr Eintrag wird gesucht',
  word_deciding: 'Alles wird zusammengeführt',
  stateDone: 'fertig',
  stateNow: 'läuft',
  stateNext: 'kommt noch',
} satisfies Translated<typeof en>;
