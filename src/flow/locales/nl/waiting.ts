import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Uw document wordt gecontroleerd',
  processingSelfie: 'Uw selfie wordt gecontroleerd',
  processingDetails: 'Uw gegevens worden gecontroleerd',
  processingPhone: 'Uw nummer wordt gecontroleerd',
  processingEmail: 'Uw adres wordt gecontroleerd',
  processingText: 'Dit duurt meestal een paar seconden. U hoeft niets te doen.',
  processingSlow: 'Dit duurt langer dan normaal. U kunt blijven of weggaan: de controle gaat zonder u door.',
  word_received: 'Foto’s ontvangen',
  word_found_document: 'Document gevonden',
  word_reading_text: 'Tekst lezen',
  word_reading_barcode: 'Streepjescode lezen',
  word_checking_dates: 'Datums controleren',
  word_finding_face: 'Uw gezicht zoeken',
  word_checking_liveness: 'Controleren dat u het nu bent',
  word_comparing_faces: 'Vergelijken met uw document',
  word_searching_records: 'Uw registratie zoeken',
  word_deciding: 'Alles samenvoegen',
  stateDone: 'klaar',
  stateNow: 'bezig',
  stateNext: 'volgt nog',
} satisfies Translated<typeof en>;
