import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Wedi gorffen, diolch',
  successText: 'Dyna’r cyfan. Gallwch fynd yn ôl nawr.',
  reviewTitle: 'Diolch, mae popeth gennym',
  reviewText: 'Bydd rhywun yn edrych arno. Bydd {requester} yn rhoi’r canlyniad i chi; nid oes angen aros yma.',
  successReturn: 'Dychwelyd i {requester}',
  successReturning: 'Mynd â chi’n ôl i {requester}',
  successClose: 'Cau',
  successMayClose: 'Gallwch gau’r dudalen hon nawr.',
  failedTitle: 'Ni allem gwblhau’r gwiriad',
  failedText: 'Dyma beth oedd yn rhwystro:',
  failedTextPlain: 'Gall {requester} ddweud wrthych beth i’w wneud nawr.',
  failedNext: 'Cysylltwch â {requester} os oes angen help arnoch.',
  restart: 'Dechrau eto',
  expiredTitle: 'Mae’r gwiriad hwn wedi dod i ben',
  expiredText: 'Er eich diogelwch mae’n aros ar agor am amser cyfyngedig. Ewch yn ôl i {requester} a dechreuwch eto.',
  expiredTextPlain:
    'Er eich diogelwch mae’n aros ar agor am amser cyfyngedig. Ewch yn ôl i’r lle y daethoch ohono a dechreuwch eto.',
} satisfies Translated<typeof en>;
