import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Geschafft, vielen Dank',
  successText: 'Das war alles. Sie können jetzt zurückgehen.',
  reviewTitle: 'Danke, wir haben alles',
  reviewText: 'Jemand sieht es sich an. Das Ergebnis erfahren Sie von {requester}; Sie müssen nicht warten.',
  successReturn: 'Zurück zu {requester}',
  successReturning: 'Wir bringen Sie zurück zu {requester}',
  successClose: 'Schließen',
  successMayClose: 'Sie können diese Seite jetzt schließen.',
  failedTitle: 'Wir konnten die Prüfung nicht abschließen',
  failedText: 'Daran lag es:',
  failedTextPlain: '{requester} kann Ihnen sagen, wie es weitergeht.',
  failedNext: 'Wenden Sie sich an {requester}, wenn Sie Hilfe brauchen.',
  restart: 'Neu beginnen',
  expiredTitle: 'Diese Prüfung ist abgelaufen',
  expiredText: 'Zu Ihrer Sicherheit bleibt sie nur begrenzte Zeit offen. Beginnen Sie bei {requester} neu.',
  expiredTextPlain: 'Zu Ihrer Sicherheit bleibt sie nur begrenzte Zeit offen. Beginnen Sie dort neu, wo Sie herkamen.',
} satisfies Translated<typeof en>;
