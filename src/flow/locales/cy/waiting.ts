import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Gwirio’ch dogfen',
  processingSelfie: 'Gwirio’ch hunlun',
  processingDetails: 'Gwirio’ch manylion',
  processingPhone: 'Gwirio’ch rhif',
  processingEmail: 'Gwirio’ch cyfeiriad',
  processingText: 'Fel arfer mae’n cymryd ychydig eiliadau. Nid oes angen i chi wneud dim.',
  processingSlow: 'Mae hyn yn cymryd mwy o amser nag arfer. Gallwch aros neu adael: mae’r gwiriad yn parhau hebddoch.',
  word_received: 'Lluniau wedi cyrraedd',
  word_found_document: 'Dogfen wedi’i chanfod',
  word_reading_text: 'Darllen y testun',
  word_reading_barcode: 'Darllen y cod bar',
  word_checking_dates: 'Gwirio’r dyddiadau',
  word_finding_face: 'Canfod eich wyneb',
  word_checking_liveness: 'Gwirio mai chi sydd yno, nawr',
  word_comparing_faces: 'Cymharu â’ch dogfen',
  word_searching_records: 'Chwilio am eich cofnod',
  word_deciding: 'Dod â’r cyfan ynghyd',
  stateDone: 'wedi gorffen',
  stateNow: 'ar waith',
  stateNext: 'i ddod',
} satisfies Translated<typeof en>;
