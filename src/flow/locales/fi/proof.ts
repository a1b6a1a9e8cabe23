import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Osoittakaa, missä asutte',
  text: 'Tarvitsemme asiakirjan, josta näkyvät nimenne ja osoitteenne.',
  accepted: 'Mitä voitte käyttää',
  type_utility_bill: 'Sähkö-, kaasu- tai vesilasku',
  type_phone_bill: 'Puhelin- tai nettilasku',
  type_bank_statement: 'Tiliote',
  type_tax_document: 'Verotuspäätös',
  type_insurance_document: 'Vakuutusasiakirja',
  type_rental_agreement: 'Vuokrasopimus',
  type_pay_slip: 'Palkkalaskelma',
  type_residence_certificate: 'Todistus asuinpaikasta',
  type_other: 'Muu virallinen kirje',
  recent: {one: 'Enintään {count} päivän ikäinen', other: 'Enintään {count} päivän ikäinen'},
  whole: 'Nimi, osoite ja päiväys ovat luettavissa',
  file: 'Valitse tiedosto',
  photo: 'Ota kuva',
  pagesTitle: 'Onko siinä kaikki?',
  pagesText: 'Jos nimi, osoite tai päiväys on toisella sivulla, lisätkää se.',
  page: 'Sivu {number}',
  addPage: 'Lisää sivu',
  remove: 'Poista',
  removeOne: 'Poista sivu {number}',
  send: 'Lähetä',
} satisfies Translated<typeof en>;
