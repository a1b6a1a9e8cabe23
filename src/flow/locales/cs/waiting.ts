import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Kontrolujeme váš doklad',
  processingSelfie: 'Kontrolujeme vaše selfie',
  processingDetails: 'Kontrolujeme vaše údaje',
  processingPhone: 'Kontrolujeme vaše číslo',
  processingEmail: 'Kontrolujeme vaši adresu',
  processingText: 'Obvykle to trvá několik sekund. Nemusíte nic dělat.',
  processingSlow: 'Trvá to déle než obvykle. Můžete zůstat, nebo odejít: kontrola pokračuje bez vás.',
  word_received: 'Fotografie přijaty',
  word_found_document: 'Doklad nalezen',
  word_reading_text: 'Čteme text',
  word_reading_barcode: 'Čteme čárový kód',
  word_checking_dates: 'Kontrolujeme data',
  word_finding_face: 'Hledáme obličej',
  word_checking_liveness: 'Ověřujeme, že jste to teď vy',
  word_comparing_faces: 'Porovnáváme s dokladem',
  word_searching_records: 'Hledáme váš záznam',
  word_deciding: 'Vyhodnocujeme',
  stateDone: 'hotovo',
  stateNow: 'probíhá',
  stateNext: 'čeká',
} satisfies Translated<typeof en>;
