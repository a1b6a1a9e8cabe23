import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Перевіряємо документ',
  processingSelfie: 'Перевіряємо селфі',
  processingDetails: 'Перевіряємо дані',
  processingPhone: 'Перевіряємо номер',
  processingEmail: 'Перевіряємо адресу',
  processingText: 'Зазвичай це триває кілька секунд. Нічого робити не потрібно.',
  processingSlow: 'Це триває довше, ніж зазвичай. Можна залишитися або піти: перевірка триватиме без вас.',
  word_received: 'Фото отримано',
  word_found_document: 'Документ знайдено',
  word_reading_text: 'Читаємо текст',
  word_reading_barcode: 'Читаємо штрихкод',
  word_checking_dates: 'Перевіряємо дати',
  word_finding_face: 'Шукаємо обличчя',
  word_checking_liveness: 'Перевіряємо, що це зараз ви',
  word_comparing_faces: 'Порівнюємо з документом',
  word_searching_records: 'Шукаємо ваш запис',
  word_deciding: 'Підбиваємо підсумок',
  stateDone: 'готово',
  stateNow: 'триває',
  stateNext: 'попереду',
} satisfies Translated<typeof en>;
