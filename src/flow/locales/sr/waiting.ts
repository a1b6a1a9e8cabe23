import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Проверавамо ваш документ',
  processingSelfie: 'Проверавамо ваш селфи',
  processingDetails: 'Проверавамо ваше податке',
  processingPhone: 'Проверавамо ваш број',
  processingEmail: 'Проверавамо вашу адресу',
  processingText: 'Обично траје неколико секунди. Не морате ништа да радите.',
  processingSlow: 'Траје дуже него обично. Можете остати или отићи: провера се наставља и без вас.',
  word_received: 'Фотографије су примљене',
  word_found_document: 'Документ је пронађен',
  word_reading_text: 'Читање текста',
  word_reading_barcode: 'Читање бар-кода',
  word_checking_dates: 'Провера датума',
  word_finding_face: 'Тражење вашег лица',
  word_checking_liveness: 'Провера да сте то ви, сада',
  word_comparing_faces: 'Поређење са документом',
  word_searching_records: 'Тражење вашег записа',
  word_deciding: 'Доношење закључка',
  stateDone: 'готово',
  stateNow: 'у току',
  stateNext: 'следи',
} satisfies Translated<typeof en>;
