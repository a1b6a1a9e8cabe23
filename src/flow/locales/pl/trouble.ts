import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Coś poszło nie tak',
  errorText: 'To nie Twoja wina. Dotychczasowe kroki są zapisane. Spróbuj ponownie.',
  errorNetworkTitle: 'Brak połączenia',
  errorNetworkText:
    'Nie możemy połączyć się z naszym serwerem. Sprawdź połączenie i spróbuj ponownie; dotychczasowe kroki są zapisane.',
  errorSessionTitle: 'Sesja się zakończyła',
  errorSessionText:
    'Kończy się po pewnym czasie bez aktywności, aby chronić Twoje dane. Wróć tam, skąd Cię skierowano, i otwórz ją ponownie: zaczniesz od tego samego miejsca.',
  errorLinkTitle: 'Ten link już wykorzystano',
  errorLinkText: 'Link działa jeden raz i przez ograniczony czas. Poproś o nowy tam, skąd pochodzi ten.',
  errorVersionTitle: 'Odśwież stronę',
  errorVersionText: 'Strona, z której Cię skierowano, używa starszej wersji. Odśwież ją i spróbuj ponownie.',
  errorConfigTitle: 'Nie można otworzyć tej weryfikacji',
  errorConfigText: 'Przy jej otwieraniu czegoś zabrakło. Powiedz o tym tym, którzy Cię tu skierowali.',
  errorInactiveTitle: 'Ta weryfikacja jest niedostępna',
  errorInactiveText: 'Wyłączyły ją osoby, które ją prowadzą. Zapytaj je, co zrobić.',
  errorBusyTitle: 'Zbyt wiele prób',
  errorBusyText: 'Poczekaj chwilę i spróbuj ponownie.',
  errorOpenTitle: 'Otwórz ją tam, gdzie się zaczęła',
  errorOpenText:
    'Ta weryfikacja już się zaczęła. Wróć tam, gdzie została rozpoczęta, i otwórz ją stamtąd: zaczniesz od tego samego miejsca.',
  details: 'Szczegóły dla pomocy technicznej',
  leftTitle: 'Weryfikacja została przerwana',
  leftText: 'Nic nie przepadło. Możesz kontynuować teraz lub wrócić później.',
  leftContinue: 'Kontynuuj',
} satisfies Translated<typeof en>;
