import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Pokaż, gdzie mieszkasz',
  text: 'Potrzebujemy dokumentu z Twoim imieniem, nazwiskiem i adresem.',
  accepted: 'Czego możesz użyć',
  type_utility_bill: 'Rachunek za prąd, gaz lub wodę',
  type_phone_bill: 'Rachunek za telefon lub internet',
  type_bank_statement: 'Wyciąg z konta',
  type_tax_document: 'Pismo podatkowe',
  type_insurance_document: 'Dokument ubezpieczenia',
  type_rental_agreement: 'Umowa najmu',
  type_pay_slip: 'Odcinek wypłaty',
  type_residence_certificate: 'Zaświadczenie o zameldowaniu',
  type_other: 'Inne pismo urzędowe',
  recent: {
    one: 'Nie starszy niż {count} dzień',
    few: 'Nie starszy niż {count} dni',
    many: 'Nie starszy niż {count} dni',
    other: 'Nie starszy niż {count} dnia',
  },
  whole: 'Imię, nazwisko, adres i data są czytelne',
  file: 'Wybierz plik',
  photo: 'Zrób zdjęcie',
  pagesTitle: 'Czy to wszystko?',
  pagesText: 'Jeśli nazwisko, adres lub data są na innej stronie, dodaj ją.',
  page: 'Strona {number}',
  addPage: 'Dodaj kolejną stronę',
  remove: 'Usuń',
  removeOne: 'Usuń stronę {number}',
  send: 'Wyślij',
} satisfies Translated<typeof en>;
