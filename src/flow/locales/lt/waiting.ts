import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Tikriname jūsų dokumentą',
  processingSelfie: 'Tikriname jūsų asmenukę',
  processingDetails: 'Tikriname jūsų duomenis',
  processingPhone: 'Tikriname jūsų numerį',
  processingEmail: 'Tikriname jūsų adresą',
  processingText: 'Paprastai tai trunka kelias sekundes. Jums nieko daryti nereikia.',
  processingSlow: 'Tai trunka ilgiau nei įprastai. Galite likti arba išeiti: patikra tęsis ir be jūsų.',
  word_received: 'Nuotraukos gautos',
  word_found_document: 'Dokumentas rastas',
  word_reading_text: 'Skaitomas tekstas',
  word_reading_barcode: 'Skaitomas brūkšninis kodas',
  word_checking_dates: 'Tikrinamos datos',
  word_finding_face: 'Ieškoma jūsų veido',
  word_checking_liveness: 'Tikrinama, ar dabar čia jūs',
  word_comparing_faces: 'Lyginama su dokumentu',
  word_searching_records: 'Ieškoma jūsų įrašo',
  word_deciding: 'Apibendrinama',
  stateDone: 'atlikta',
  stateNow: 'vykdoma',
  stateNext: 'laukia',
} satisfies Translated<typeof en>;
