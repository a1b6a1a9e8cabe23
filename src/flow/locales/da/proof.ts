import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Vis, hvor du bor',
  text: 'Vi har brug for et dokument, der viser dit navn og din adresse.',
  accepted: 'Det kan du bruge',
  type_utility_bill: 'Regning for el, gas eller vand',
  type_phone_bill: 'Telefon- eller internetregning',
  type_bank_statement: 'Kontoudskrift',
  type_tax_document: 'Skattemeddelelse',
  type_insurance_document: 'Forsikringsdokument',
  type_rental_agreement: 'Lejekontrakt',
  type_pay_slip: 'Lønseddel',
  type_residence_certificate: 'Bopælsattest',
  type_other: 'Et andet officielt brev',
  recent: {one: 'Ikke ældre end {count} dag', other: 'Ikke ældre end {count} dage'},
  whole: 'Dit navn, din adresse og datoen kan læses',
  file: 'Vælg en fil',
  photo: 'Tag et billede',
  pagesTitle: 'Er det det hele?',
  pagesText: 'Hvis dit navn, din adresse eller datoen står på en anden side, så tilføj den.',
  page: 'Side {number}',
  addPage: 'Tilføj en side',
  remove: 'Fjern',
  removeOne: 'Fjern side {number}',
  send: 'Send',
} satisfies Translated<typeof en>;
