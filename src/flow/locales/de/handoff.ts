import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Am Handy weitermachen',
  titleElsewhere: 'Auf einem anderen Gerät weitermachen',
  text: 'Richten Sie die Kamera Ihres Handys auf diesen Code. Was Sie bisher gemacht haben, bleibt erhalten.',
  textElsewhere:
    'Öffnen Sie diesen Link in einem anderen Browser oder auf einem anderen Gerät. Was Sie bisher gemacht haben, bleibt erhalten.',
  codeAlt: 'QR-Code, der diese Prüfung auf Ihrem Handy öffnet',
  preparing: 'Der Code wird erstellt',
  link: 'Oder öffnen Sie dort diesen Link',
  copy: 'Link kopieren',
  copied: 'Kopiert',
  expires: 'Der Link gilt einmal, innerhalb einer Stunde.',
  another: 'Neuen Code erstellen',
  here: 'Doch hier weitermachen',
  byEmail: 'Ihre E-Mail-Adresse',
  bySms: 'Ihre Handynummer mit Landesvorwahl',
  send: 'Link senden',
  sent: 'Der Link ist unterwegs.',
  sendWrong: 'Dorthin können wir nichts senden. Bitte prüfen Sie die Eingabe.',
  joinedTitle: 'Ihr Handy ist verbunden',
  joinedText: 'Machen Sie dort weiter. Diese Seite folgt von selbst, und nichts geht verloren, wenn Sie sie schließen.',
  joinedAt: 'Verbunden um {time}',
  refuse: 'Das war ich nicht',
  refused: 'Jenes Gerät kann nichts mehr tun. Hier ist ein neuer Code.',
  inAppTitle: 'Öffnen Sie die Seite im Browser',
  inAppText:
    'Die App, in der Sie sind, lässt Seiten nicht an die Kamera. Kopieren Sie den Link und öffnen Sie ihn im Browser, oder laden Sie ein Foto hoch.',
  inAppOpen: 'Im Browser öffnen',
} satisfies Translated<typeof en>;
