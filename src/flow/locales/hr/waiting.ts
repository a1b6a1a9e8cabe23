import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Provjeravamo vaš dokument',
  processingSelfie: 'Provjeravamo vaš selfie',
  processingDetails: 'Provjeravamo vaše podatke',
  processingPhone: 'Provjeravamo vaš broj',
  processingEmail: 'Provjeravamo vašu adresu',
  processingText: 'Obično traje nekoliko sekundi. Ne morate ništa učiniti.',
  processingSlow: 'Traje dulje nego inače. Možete ostati ili otići: provjera se nastavlja i bez vas.',
  word_received: 'Fotografije su primljene',
  word_found_document: 'Dokument je pronađen',
  word_reading_text: 'Čitanje teksta',
  word_reading_barcode: 'Čitanje crtičnog koda',
  word_checking_dates: 'Provjera datuma',
  word_finding_face: 'Traženje vašeg lica',
  word_checking_liveness: 'Provjera da ste to vi, sada',
  word_comparing_faces: 'Usporedba s dokumentom',
  word_searching_records: 'Traženje vašeg zapisa',
  word_deciding: 'Donošenje zaključka',
  stateDone: 'gotovo',
  stateNow: 'u tijeku',
  stateNext: 'slijedi',
} satisfies Translated<typeof en>;
