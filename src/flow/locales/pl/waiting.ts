import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Sprawdzamy dokument',
  processingSelfie: 'Sprawdzamy selfie',
  processingDetails: 'Sprawdzamy dane',
  processingPhone: 'Sprawdzamy numer',
  processingEmail: 'Sprawdzamy adres',
  processingText: 'Zwykle trwa to kilka sekund. Nie musisz nic robić.',
  processingSlow: 'Trwa to dłużej niż zwykle. Możesz zostać lub wyjść: sprawdzanie potrwa bez Ciebie.',
  word_received: 'Zdjęcia odebrane',
  word_found_document: 'Znaleziono dokument',
  word_reading_text: 'Odczytujemy tekst',
  word_reading_barcode: 'Odczytujemy kod kreskowy',
  word_checking_dates: 'Sprawdzamy daty',
  word_finding_face: 'Szukamy twarzy',
  word_checking_liveness: 'Sprawdzamy, że to Ty, teraz',
  word_comparing_faces: 'Porównujemy z dokumentem',
  word_searching_records: 'Szukamy Twojego wpisu',
  word_deciding: 'Podsumowujemy',
  stateDone: 'gotowe',
  stateNow: 'w toku',
  stateNext: 'następne',
} satisfies Translated<typeof en>;
