import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Tapos na, salamat po',
  successText: 'Iyon lang po. Maaari na kayong bumalik.',
  reviewTitle: 'Salamat po, kumpleto na',
  reviewText: 'May titingin dito. Sasabihin ng {requester} ang resulta; hindi kailangang maghintay rito.',
  successReturn: 'Bumalik sa {requester}',
  successReturning: 'Ibinabalik kayo sa {requester}',
  successClose: 'Isara',
  successMayClose: 'Maaari na ninyong isara ang pahinang ito.',
  failedTitle: 'Hindi namin nakumpleto ang pag-verify',
  failedText: 'Ito ang naging hadlang:',
  failedTextPlain: 'Masasabi ng {requester} kung ano ang susunod na gagawin.',
  failedNext: 'Makipag-ugnayan sa {requester} kung kailangan ng tulong.',
  restart: 'Magsimula ulit',
  expiredTitle: 'Nag-expire na ang pag-verify na ito',
  expiredText: 'Para sa inyong kaligtasan, limitado ang oras na bukas ito. Bumalik sa {requester} at magsimula ulit.',
  expiredTextPlain:
    'Para sa inyong kaligtasan, limitado ang oras na bukas ito. Bumalik sa pinanggalingan ninyo at magsimula ulit.',
} satisfies Translated<typeof en>;
