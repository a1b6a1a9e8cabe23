import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Kontrolujeme váš doklad',
  processingSelfie: 'Kontrolujeme vašu selfie',
  processingDetails: 'Kontrolujeme vaše údaje',
  processingPhone: 'Kontrolujeme vaše číslo',
  processingEmail: 'Kontrolujeme vašu adresu',
  processingText: 'Zvyčajne to trvá niekoľko sekúnd. Nemusíte nič robiť.',
  processingSlow: 'Trvá to dlhšie než zvyčajne. Môžete zostať alebo odísť: kontrola pokračuje aj bez vás.',
  word_received: 'Fotografie prijaté',
  word_found_document: 'Doklad nájdený',
  word_reading_text: 'Čítanie textu',
  word_reading_barcode: 'Čítanie čiarového kódu',
  word_checking_dates: 'Kontrola dátumov',
  word_finding_face: 'Hľadanie vašej tváre',
  word_checking_liveness: 'Kontrola, že ste to teraz vy',
  word_comparing_faces: 'Porovnanie s dokladom',
  word_searching_records: 'Hľadanie vášho záznamu',
  word_deciding: 'Vyhodnotenie',
  stateDone: 'hotovo',
  stateNow: 'prebieha',
  stateNext: 'nasleduje',
} satisfies Translated<typeof en>;
