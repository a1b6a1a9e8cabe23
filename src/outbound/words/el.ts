import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Ο κωδικός σας για {requester}',
  codeMail:
    'Ο κωδικός σας είναι {code}\n\nΠληκτρολογήστε τον στη σελίδα που τον ζήτησε ({requester}). Ισχύει για {minutes} λεπτά.\n\nΜην τον πείτε σε κανέναν, ούτε στο τηλέφωνο. Αν δεν ζητήσατε κωδικό, δεν χρειάζεται να κάνετε τίποτα.',
  codeText: '{code} είναι ο κωδικός σας για {requester}. Μην τον πείτε σε κανέναν.',
  linkSubject: '{requester}: συνεχίστε σε αυτή τη συσκευή',
  linkMail:
    'Ζητήσατε να συνεχίσετε σε άλλη συσκευή. Ανοίξτε εκεί αυτόν τον σύνδεσμο:\n\n{link}\n\nΛειτουργεί μία φορά, μέσα σε μία ώρα. Αν δεν το ζητήσατε, μην τον ανοίξετε.',
  linkText: '{requester}: συνεχίστε εδώ: {link}',
} satisfies MessageWords;
