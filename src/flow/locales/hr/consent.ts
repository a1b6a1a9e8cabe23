import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Slike vašeg lica. Lice se mjeri: iz njega nastaju brojevi koji ga razlikuju od drugih lica.',
  phone: 'Vaš telefonski broj i kod koji na njega dobijete.',
  email: 'Vaša adresa e-pošte i kod koji na nju dobijete.',
  answers: 'Ono što unesete ili dodate na sljedećim stranicama.',
  records: 'Ono što o vama kažu evidencije koje pretražujemo.',
  whyFace: 'Da provjerimo jeste li to doista vi, sada.',
  whyGiven: 'Da provjerimo je li ono što navedete točno i vaše.',
  startText: '{requester} traži da potvrdite nekoliko podataka. Traje oko dvije minute.',
  startPrivate: 'Vaši se podaci šalju šifrirano i služe samo za ovu provjeru',
  papers: 'Pismo, račun ili drugi papir i podaci otisnuti na njemu.',
} satisfies Translated<typeof en>;
