import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Gwirio pwy ydych chi',
  noscript:
    'Mae angen JavaScript ar y dudalen hon i ddefnyddio’ch camera. Trowch ef ymlaen, neu agorwch y dudalen mewn porwr arall.',
  refusedTitle: 'Ni ellir agor hwn yma',
  refusedText: 'Rhaid i’r wefan a’ch anfonodd yma newid gosodiad. Ni chadwyd dim. Ewch yn ôl a rhowch wybod iddynt.',
  refusedOwner: 'I ddatblygwyr y wefan',
} satisfies Translated<typeof en>;
