import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Zdjęcia Twojej twarzy. Jest mierzona: powstają liczby, które odróżniają ją od innych.',
  phone: 'Twój numer telefonu i kod, który na niego przyjdzie.',
  email: 'Twój adres e-mail i kod, który na niego przyjdzie.',
  answers: 'To, co wpiszesz lub dodasz na kolejnych stronach.',
  records: 'To, co mówią o Tobie rejestry, które sprawdzamy.',
  whyFace: 'Aby sprawdzić, że to naprawdę Ty, teraz.',
  whyGiven: 'Aby sprawdzić, że podane dane są prawidłowe i Twoje.',
  startText: '{requester} prosi o potwierdzenie kilku danych. Zajmie to około dwóch minut.',
  startPrivate: 'Podane dane są przesyłane w postaci zaszyfrowanej i służą tylko do tej weryfikacji',
  papers: 'List, rachunek lub inne pismo i widoczne na nim dane.',
} satisfies Translated<typeof en>;
