import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Okmány ellenőrzése',
  processingSelfie: 'Szelfi ellenőrzése',
  processingDetails: 'Adatok ellenőrzése',
  processingPhone: 'Telefonszám ellenőrzése',
  processingEmail: 'E-mail-cím ellenőrzése',
  processingText: 'Általában néhány másodpercig tart. Nincs teendője.',
  processingSlow: 'A szokásosnál tovább tart. Maradhat vagy elmehet: az ellenőrzés Ön nélkül is folytatódik.',
  word_received: 'A fényképek megérkeztek',
  word_found_document: 'Megvan az okmány',
  word_reading_text: 'Szöveg olvasása',
  word_reading_barcode: 'Vonalkód olvasása',
  word_checking_dates: 'Dátumok ellenőrzése',
  word_finding_face: 'Arc keresése',
  word_checking_liveness: 'Ellenőrizzük, hogy most Ön van-e itt',
  word_comparing_faces: 'Összevetés az okmánnyal',
  word_searching_records: 'Keresés a nyilvántartásban',
  word_deciding: 'Összegzés',
  stateDone: 'kész',
  stateNow: 'folyamatban',
  stateNext: 'hátravan',
} satisfies Translated<typeof en>;
