import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Ստուգում ենք փաստաթուղթը',
  processingSelfie: 'Ստուգում ենք սելֆին',
  processingDetails: 'Ստուգում ենք տվյալները',
  processingPhone: 'Ստուգում ենք համարը',
  processingEmail: 'Ստուգում ենք հասցեն',
  processingText: 'Սովորաբար դա տևում է մի քանի վայրկյան։ Ոչինչ անել պետք չէ։',
  processingSlow: 'Սա սովորականից երկար է տևում։ Կարող եք մնալ կամ դուրս գալ. ստուգումը կշարունակվի առանց Ձեզ։',
  word_received: 'Լուսանկարներն ստացված են',
  word_found_document: 'Փաստաթուղթը գտնված է',
  word_reading_text: 'Կարդում ենք տեքստը',
  word_reading_barcode: 'Կարդում ենք շտրիխկոդը',
  word_checking_dates: 'Ստուգում ենք ամսաթվերը',
  word_finding_face: 'Փնտրում ենք դեմքը',
  word_checking_liveness: 'Ստուգում ենք, որ հիմա Դուք եք',
  word_comparing_faces: 'Համեմատում ենք փաստաթղթի հետ',
  word_searching_records: 'Փնտրում ենք Ձեր գրանցումը',
  word_deciding: 'Ամփոփում ենք',
  stateDone: 'պատրաստ է',
  stateNow: 'ընթացքում է',
  stateNext: 'առջևում է',
} satisfies Translated<typeof en>;
