import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Verificando seu documento',
  processingSelfie: 'Verificando sua selfie',
  processingDetails: 'Verificando seus dados',
  processingPhone: 'Verificando seu número',
  processingEmail: 'Verificando seu e-mail',
  processingText: 'Costuma levar alguns segundos. Você não precisa fazer nada.',
  processingSlow: 'Está demorando mais que o normal. Você pode ficar ou sair: a verificação continua sem você.',
  word_received: 'Fotos recebidas',
  word_found_document: 'Documento encontrado',
  word_reading_text: 'Lendo o texto',
  word_reading_barcode: 'Lendo o código de barras',
  word_checking_dates: 'Conferindo as datas',
  word_finding_face: 'Procurando seu rosto',
  word_checking_liveness: 'Conferindo se é você, agora',
  word_comparing_faces: 'Comparando com seu documento',
  word_searching_records: 'Procurando seu registro',
  word_deciding: 'Reunindo tudo',
  stateDone: 'concluído',
  stateNow: 'em andamento',
  stateNext: 'a seguir',
} satisfies Translated<typeof en>;
