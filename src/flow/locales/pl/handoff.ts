import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Kontynuuj na telefonie',
  titleElsewhere: 'Kontynuuj na innym urządzeniu',
  text: 'Skieruj aparat telefonu na ten kod. Wszystkie dotychczasowe kroki są zapisane.',
  textElsewhere:
    'Otwórz ten link w innej przeglądarce lub na innym urządzeniu. Wszystkie dotychczasowe kroki są zapisane.',
  codeAlt: 'Kod QR, który otwiera tę weryfikację na telefonie',
  preparing: 'Tworzymy kod',
  link: 'Albo otwórz tam ten link',
  copy: 'Kopiuj link',
  copied: 'Skopiowano',
  expires: 'Link działa jeden raz, przez godzinę.',
  another: 'Utwórz nowy kod',
  here: 'Jednak kontynuuj tutaj',
  byEmail: 'Twój adres e-mail',
  bySms: 'Twój numer komórkowy z kodem kraju',
  send: 'Wyślij link',
  sent: 'Link jest w drodze.',
  sendWrong: 'Nie możemy go tam wysłać. Sprawdź wpisane dane.',
  joinedTitle: 'Telefon jest połączony',
  joinedText: 'Kontynuuj na nim. Ta strona sama nadąża, a jeśli ją zamkniesz, nic nie przepadnie.',
  joinedAt: 'Połączono o {time}',
  refuse: 'To nie ja',
  refused: 'Tamto urządzenie nie może już nic zrobić. Oto nowy kod.',
  inAppTitle: 'Otwórz to w przeglądarce',
  inAppText:
    'Ta aplikacja nie pozwala stronom używać kamery. Skopiuj link i otwórz go w przeglądarce albo prześlij zdjęcie.',
  inAppOpen: 'Otwórz w przeglądarce',
} satisfies Translated<typeof en>;
