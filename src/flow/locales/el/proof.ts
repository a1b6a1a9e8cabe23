import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Δείξτε πού ζείτε',
  text: 'Χρειαζόμαστε ένα έγγραφο με το όνομα και τη διεύθυνσή σας.',
  accepted: 'Τι μπορείτε να χρησιμοποιήσετε',
  type_utility_bill: 'Λογαριασμός ρεύματος, αερίου ή νερού',
  type_phone_bill: 'Λογαριασμός τηλεφώνου ή internet',
  type_bank_statement: 'Αντίγραφο κίνησης λογαριασμού',
  type_tax_document: 'Εκκαθαριστικό εφορίας',
  type_insurance_document: 'Ασφαλιστικό έγγραφο',
  type_rental_agreement: 'Μισθωτήριο',
  type_pay_slip: 'Απόδειξη μισθοδοσίας',
  type_residence_certificate: 'Βεβαίωση κατοικίας',
  type_other: 'Άλλη επίσημη επιστολή',
  recent: {one: 'Όχι παλαιότερο από {count} ημέρα', other: 'Όχι παλαιότερο από {count} ημέρες'},
  whole: 'Το όνομα, η διεύθυνση και η ημερομηνία διαβάζονται',
  file: 'Επιλογή αρχείου',
  photo: 'Λήψη φωτογραφίας',
  pagesTitle: 'Αυτά είναι όλα;',
  pagesText: 'Αν το όνομα, η διεύθυνση ή η ημερομηνία είναι σε άλλη σελίδα, προσθέστε την.',
  page: 'Σελίδα {number}',
  addPage: 'Προσθήκη σελίδας',
  remove: 'Αφαίρεση',
  removeOne: 'Αφαίρεση σελίδας {number}',
  send: 'Αποστολή',
} satisfies Translated<typeof en>;
