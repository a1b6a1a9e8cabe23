import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Bilder Ihres Gesichts. Es wird vermessen: Daraus entstehen Zahlen, die es von anderen unterscheiden.',
  phone: 'Ihre Telefonnummer und den Code, den Sie dort bekommen.',
  email: 'Ihre E-Mail-Adresse und den Code, den Sie dort bekommen.',
  answers: 'Was Sie auf den nächsten Seiten eingeben oder hinzufügen.',
  records: 'Was die Verzeichnisse, in denen wir nachschlagen, über Sie sagen.',
  whyFace: 'Um zu prüfen, ob wirklich Sie es sind, jetzt.',
  whyGiven: 'Um zu prüfen, ob Ihre Angaben stimmen und zu Ihnen gehören.',
  startText: '{requester} bittet Sie, einige Angaben zu bestätigen. Das dauert etwa zwei Minuten.',
  startPrivate: 'Ihre Angaben werden verschlüsselt übertragen und nur für diese Prüfung verwendet',
  papers: 'Ein Brief, eine Rechnung oder ein anderes Schreiben und die Angaben darauf.',
} satisfies Translated<typeof en>;
