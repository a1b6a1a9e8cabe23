import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Gotowe, dziękujemy',
  successText: 'To już wszystko. Możesz teraz wrócić.',
  reviewTitle: 'Dziękujemy, mamy już wszystko',
  reviewText: 'Ktoś to sprawdzi. O wyniku poinformuje Cię {requester}; nie musisz tu czekać.',
  successReturn: 'Wróć do firmy {requester}',
  successReturning: 'Wracamy do firmy {requester}',
  successClose: 'Zamknij',
  successMayClose: 'Możesz już zamknąć tę stronę.',
  failedTitle: 'Nie udało się zakończyć weryfikacji',
  failedText: 'Oto przeszkoda:',
  failedTextPlain: '{requester} może Ci powiedzieć, co teraz zrobić.',
  failedNext: 'Jeśli potrzebujesz pomocy, skontaktuj się z firmą {requester}.',
  restart: 'Zacznij od nowa',
  expiredTitle: 'Ta weryfikacja wygasła',
  expiredText:
    'Dla Twojego bezpieczeństwa jest otwarta tylko przez pewien czas. Wróć do firmy {requester} i zacznij od nowa.',
  expiredTextPlain:
    'Dla Twojego bezpieczeństwa jest otwarta tylko przez pewien czas. Wróć tam, skąd Cię skierowano, i zacznij od nowa.',
} satisfies Translated<typeof en>;
