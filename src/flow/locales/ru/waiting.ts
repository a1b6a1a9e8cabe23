import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Проверяем документ',
  processingSelfie: 'Проверяем селфи',
  processingDetails: 'Проверяем данные',
  processingPhone: 'Проверяем номер',
  processingEmail: 'Проверяем адрес',
  processingText: 'Обычно это занимает несколько секунд. Ничего делать не нужно.',
  processingSlow: 'Это дольше обычного. Можно остаться или уйти: проверка продолжится без вас.',
  word_received: 'Фото получены',
  word_found_document: 'Документ найден',
  word_reading_text: 'Читаем текст',
  word_reading_barcode: 'Читаем штрихкод',
  word_checking_dates: 'Проверяем даты',
  word_finding_face: 'Ищем лицо',
  word_checking_liveness: 'Проверяем, что это сейчас вы',
  word_comparing_faces: 'Сравниваем с документом',
  word_searching_records: 'Ищем вашу запись',
  word_deciding: 'Подводим итог',
  stateDone: 'готово',
  stateNow: 'выполняется',
  stateNext: 'впереди',
} satisfies Translated<typeof en>;
