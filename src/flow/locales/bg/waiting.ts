import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Проверяваме документа ви',
  processingSelfie: 'Проверяваме селфито ви',
  processingDetails: 'Проверяваме данните ви',
  processingPhone: 'Проверяваме номера ви',
  processingEmail: 'Проверяваме адреса ви',
  processingText: 'Обикновено отнема няколко секунди. Не е нужно да правите нищо.',
  processingSlow:
    'Отнема повече време от обичайното. Можете да останете или да напуснете: проверката продължава и без вас.',
  word_received: 'Снимките са получени',
  word_found_document: 'Документът е открит',
  word_reading_text: 'Четене на текста',
  word_reading_barcode: 'Четене на баркода',
  word_checking_dates: 'Проверка на датите',
  word_finding_face: 'Откриване на лицето ви',
  word_checking_liveness: 'Проверка, че сте вие, сега',
  word_comparing_faces: 'Сравняване с документа ви',
  word_searching_records: 'Търсене на вашия запис',
  word_deciding: 'Обобщаване',
  stateDone: 'готово',
  stateNow: 'в момента',
  stateNext: 'предстои',
} satisfies Translated<typeof en>;
