import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Preverjamo vaš dokument',
  processingSelfie: 'Preverjamo vaš selfi',
  processingDetails: 'Preverjamo vaše podatke',
  processingPhone: 'Preverjamo vašo številko',
  processingEmail: 'Preverjamo vaš naslov',
  processingText: 'Običajno traja nekaj sekund. Ničesar vam ni treba storiti.',
  processingSlow: 'Traja dlje kot običajno. Lahko ostanete ali odidete: preverjanje se nadaljuje brez vas.',
  word_received: 'Fotografije so prejete',
  word_found_document: 'Dokument je najden',
  word_reading_text: 'Branje besedila',
  word_reading_barcode: 'Branje črtne kode',
  word_checking_dates: 'Preverjanje datumov',
  word_finding_face: 'Iskanje vašega obraza',
  word_checking_liveness: 'Preverjanje, da ste to zdaj vi',
  word_comparing_faces: 'Primerjava z dokumentom',
  word_searching_records: 'Iskanje vašega zapisa',
  word_deciding: 'Končna ocena',
  stateDone: 'končano',
  stateNow: 'poteka',
  stateNext: 'sledi',
} satisfies Translated<typeof en>;
