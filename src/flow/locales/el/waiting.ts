import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Έλεγχος του εγγράφου σας',
  processingSelfie: 'Έλεγχος της selfie σας',
  processingDetails: 'Έλεγχος των στοιχείων σας',
  processingPhone: 'Έλεγχος του αριθμού σας',
  processingEmail: 'Έλεγχος της διεύθυνσής σας',
  processingText: 'Συνήθως διαρκεί λίγα δευτερόλεπτα. Δεν χρειάζεται να κάνετε τίποτα.',
  processingSlow:
    'Διαρκεί περισσότερο από το συνηθισμένο. Μπορείτε να μείνετε ή να φύγετε: ο έλεγχος συνεχίζεται χωρίς εσάς.',
  word_received: 'Οι φωτογραφίες ελήφθησαν',
  word_found_document: 'Το έγγραφο βρέθηκε',
  word_reading_text: 'Ανάγνωση κειμένου',
  word_reading_barcode: 'Ανάγνωση barcode',
  word_checking_dates: 'Έλεγχος ημερομηνιών',
  word_finding_face: 'Εντοπισμός προσώπου',
  word_checking_liveness: 'Έλεγχος ότι είστε εσείς, τώρα',
  word_comparing_faces: 'Σύγκριση με το έγγραφό σας',
  word_searching_records: 'Αναζήτηση των στοιχείων σας',
  word_deciding: 'Τελική αξιολόγηση',
  stateDone: 'έτοιμο',
  stateNow: 'σε εξέλιξη',
  stateNext: 'ακολουθεί',
} satisfies Translated<typeof en>;
