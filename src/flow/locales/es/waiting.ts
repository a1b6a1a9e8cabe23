import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Comprobando su documento',
  processingSelfie: 'Comprobando su selfi',
  processingDetails: 'Comprobando sus datos',
  processingPhone: 'Comprobando su número',
  processingEmail: 'Comprobando su dirección',
  processingText: 'Suele tardar unos segundos. No tiene que hacer nada.',
  processingSlow: 'Tarda más de lo normal. Puede quedarse o salir: la comprobación sigue sin usted.',
  word_received: 'Fotos recibidas',
  word_found_document: 'Documento encontrado',
  word_reading_text: 'Leyendo el texto',
  word_reading_barcode: 'Leyendo el código de barras',
  word_checking_dates: 'Comprobando las fechas',
  word_finding_face: 'Buscando su rostro',
  word_checking_liveness: 'Comprobando que es usted, ahora',
  word_comparing_faces: 'Comparando con su documento',
  word_searching_records: 'Buscando su registro',
  word_deciding: 'Reuniendo los resultados',
  stateDone: 'hecho',
  stateNow: 'en curso',
  stateNext: 'pendiente',
} satisfies Translated<typeof en>;
