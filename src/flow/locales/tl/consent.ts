import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Mga larawan ng inyong mukha. Sinusukat ito: ginagawang mga numerong nagbubukod dito sa ibang mukha.',
  phone: 'Ang inyong numero ng telepono, at ang code na matatanggap doon.',
  email: 'Ang inyong email address, at ang code na matatanggap doon.',
  answers: 'Ang ilalagay o idaragdag ninyo sa mga susunod na pahina.',
  records: 'Ang sinasabi tungkol sa inyo ng mga rekord na hinahanapan namin.',
  whyFace: 'Para tiyaking kayo nga talaga ngayon.',
  whyGiven: 'Para tiyaking tama at sa inyo ang ibinigay ninyo.',
  startText: 'Hinihiling ng {requester} na kumpirmahin ninyo ang ilang detalye. Mga dalawang minuto ito.',
  startPrivate: 'Naka-encrypt ang inyong mga ibibigay at para lang sa pagsusuring ito',
  papers: 'Isang liham, bill o ibang papel, at ang mga detalyeng nakalimbag doon.',
} satisfies Translated<typeof en>;
