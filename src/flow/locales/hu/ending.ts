import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Kész, köszönjük',
  successText: 'Ez volt minden. Most visszatérhet.',
  reviewTitle: 'Köszönjük, mindent megkaptunk',
  reviewText: 'Valaki átnézi. Az eredményről {requester} tájékoztatja; nem kell itt várnia.',
  successReturn: 'Vissza ide: {requester}',
  successReturning: 'Visszairányítjuk ide: {requester}',
  successClose: 'Bezárás',
  successMayClose: 'Most már bezárhatja ezt az oldalt.',
  failedTitle: 'Az azonosítás nem sikerült',
  failedText: 'Ez akadályozta meg:',
  failedTextPlain: '{requester} meg tudja mondani, mi a teendő.',
  failedNext: 'Ha segítségre van szüksége, itt kaphat: {requester}.',
  restart: 'Újrakezdés',
  expiredTitle: 'Ez az azonosítás lejárt',
  expiredText: 'Az Ön biztonsága érdekében csak korlátozott ideig él. Térjen vissza ide, és kezdje újra: {requester}.',
  expiredTextPlain:
    'Az Ön biztonsága érdekében csak korlátozott ideig él. Térjen vissza oda, ahonnan érkezett, és kezdje újra.',
} satisfies Translated<typeof en>;
