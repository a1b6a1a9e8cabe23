import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Vis hvor du bor',
  text: 'Vi trenger et dokument som viser navnet og adressen din.',
  accepted: 'Dette kan du bruke',
  type_utility_bill: 'Regning for strøm, gass eller vann',
  type_phone_bill: 'Telefon- eller internettregning',
  type_bank_statement: 'Kontoutskrift',
  type_tax_document: 'Skattemelding',
  type_insurance_document: 'Forsikringsdokument',
  type_rental_agreement: 'Leiekontrakt',
  type_pay_slip: 'Lønnsslipp',
  type_residence_certificate: 'Bostedsattest',
  type_other: 'Et annet offisielt brev',
  recent: {one: 'Ikke eldre enn {count} dag', other: 'Ikke eldre enn {count} dager'},
  whole: 'Navnet, adressen og datoen kan leses',
  file: 'Velg en fil',
  photo: 'Ta et bilde',
  pagesTitle: 'Er det alt?',
  pagesText: 'Hvis navnet, adressen eller datoen står på en annen side, legg den til.',
  page: 'Side {number}',
  addPage: 'Legg til en side',
  remove: 'Fjern',
  removeOne: 'Fjern side {number}',
  send: 'Send inn',
} satisfies Translated<typeof en>;
