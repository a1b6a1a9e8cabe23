import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Επαλήθευση ταυτότητας',
  noscript:
    'Η σελίδα χρειάζεται JavaScript για να χρησιμοποιήσει την κάμερα. Ενεργοποιήστε το ή ανοίξτε τη σελίδα σε άλλο πρόγραμμα περιήγησης.',
  refusedTitle: 'Δεν μπορεί να ανοίξει εδώ',
  refusedText:
    'Ο ιστότοπος που σας έστειλε εδώ πρέπει να αλλάξει μια ρύθμιση. Δεν αποθηκεύτηκε τίποτα. Επιστρέψτε και ενημερώστε τον.',
  refusedOwner: 'Για όσους αναπτύσσουν τον ιστότοπο',
} satisfies Translated<typeof en>;
