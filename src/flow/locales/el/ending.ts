import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Ολοκληρώθηκε, ευχαριστούμε',
  successText: 'Αυτά ήταν όλα. Μπορείτε να επιστρέψετε.',
  reviewTitle: 'Ευχαριστούμε, τα έχουμε όλα',
  reviewText:
    'Κάποιος θα τα εξετάσει. {requester} θα σας ενημερώσει για το αποτέλεσμα· δεν χρειάζεται να περιμένετε εδώ.',
  successReturn: 'Επιστροφή: {requester}',
  successReturning: 'Σας επιστρέφουμε: {requester}',
  successClose: 'Κλείσιμο',
  successMayClose: 'Μπορείτε να κλείσετε τη σελίδα.',
  failedTitle: 'Η επαλήθευση δεν ολοκληρώθηκε',
  failedText: 'Αυτό ήταν το εμπόδιο:',
  failedTextPlain: '{requester} μπορεί να σας πει τι να κάνετε τώρα.',
  failedNext: 'Αν χρειάζεστε βοήθεια, επικοινωνήστε: {requester}.',
  restart: 'Νέα αρχή',
  expiredTitle: 'Η επαλήθευση έληξε',
  expiredText:
    'Για την ασφάλειά σας μένει ανοιχτή για περιορισμένο χρόνο. Επιστρέψτε στη σελίδα της εταιρείας ({requester}) και ξεκινήστε ξανά.',
  expiredTextPlain:
    'Για την ασφάλειά σας μένει ανοιχτή για περιορισμένο χρόνο. Επιστρέψτε εκεί από όπου ήρθατε και ξεκινήστε ξανά.',
} satisfies Translated<typeof en>;
