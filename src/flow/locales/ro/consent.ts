import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Imagini ale feței dvs. Este măsurată: rezultă numere care o deosebesc de altele.',
  phone: 'Numărul dvs. de telefon și codul primit acolo.',
  email: 'Adresa dvs. de e-mail și codul primit acolo.',
  answers: 'Ce introduceți sau adăugați pe paginile următoare.',
  records: 'Ce spun despre dvs. registrele în care căutăm.',
  whyFace: 'Ca să verificăm că sunteți cu adevărat dvs., acum.',
  whyGiven: 'Ca să verificăm că datele sunt corecte și vă aparțin.',
  startText: '{requester} vă roagă să confirmați câteva date. Durează aproximativ două minute.',
  startPrivate: 'Datele dvs. sunt trimise criptat și folosite doar pentru această verificare',
  papers: 'O scrisoare, o factură sau alt document și datele tipărite pe el.',
} satisfies Translated<typeof en>;
