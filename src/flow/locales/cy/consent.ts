import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Lluniau o’ch wyneb. Caiff ei fesur: gwneir rhifau ohono sy’n ei wahaniaethu oddi wrth wynebau eraill.',
  phone: 'Eich rhif ffôn, a’r cod a gewch yno.',
  email: 'Eich cyfeiriad e-bost, a’r cod a gewch yno.',
  answers: 'Yr hyn rydych yn ei roi neu’n ei ychwanegu ar y tudalennau nesaf.',
  records: 'Yr hyn y mae’r cofnodion a chwiliwn yn ei ddweud amdanoch.',
  whyFace: 'I wirio mai chi sydd yno mewn gwirionedd, nawr.',
  whyGiven: 'I wirio bod yr hyn a rowch yn gywir ac yn perthyn i chi.',
  startText: 'Mae {requester} yn gofyn i chi gadarnhau ychydig o fanylion. Mae’n cymryd tua dwy funud.',
  startPrivate: 'Caiff yr hyn a rowch ei anfon wedi’i amgryptio a’i ddefnyddio ar gyfer y gwiriad hwn yn unig',
  papers: 'Llythyr, bil neu bapur arall, a’r manylion sydd wedi’u hargraffu arno.',
} satisfies Translated<typeof en>;
