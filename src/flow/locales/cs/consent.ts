import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Snímky vašeho obličeje. Měří se: vznikají čísla, která ho odliší od jiných.',
  phone: 'Vaše telefonní číslo a kód, který na něj přijde.',
  email: 'Váš e-mail a kód, který na něj přijde.',
  answers: 'Co zadáte nebo přidáte na dalších stránkách.',
  records: 'Co o vás říkají záznamy, ve kterých hledáme.',
  whyFace: 'Abychom ověřili, že jste to opravdu vy, teď.',
  whyGiven: 'Abychom ověřili, že uvedené údaje jsou správné a vaše.',
  startText: '{requester} vás žádá o potvrzení několika údajů. Trvá to asi dvě minuty.',
  startPrivate: 'Co zadáte, se posílá šifrovaně a slouží jen k tomuto ověření',
  papers: 'Dopis, vyúčtování nebo jinou listinu a údaje na ní.',
} satisfies Translated<typeof en>;
