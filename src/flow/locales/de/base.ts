import type en from '../en/base.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  pageTitle: 'Identität bestätigen',
  close: 'Schließen',
  back: 'Zurück',
  next: 'Weiter',
  tryAgain: 'Noch einmal versuchen',
  language: 'Sprache',
  stepOf: 'Schritt {done} von {of}',
  progress: 'Fortschritt',
  loading: 'Einen Moment',

  startTitle: 'Bestätigen Sie Ihre Identität',
  startText: 'Sie fotografieren Ihren Ausweis. Das dauert etwa zwei Minuten.',
  startTextFor: '{requester} bittet Sie um ein Foto Ihres Ausweises. Das dauert etwa zwei Minuten.',
  startNeedDocument: 'Halten Sie Reisepass, Personalausweis oder Führerschein bereit',
  startNeedLight: 'Suchen Sie einen hellen Platz',
  startNeedPrivate: 'Ihre Fotos werden verschlüsselt übertragen und nur für diese Prüfung verwendet',
  start: 'Los geht’s',
  resumeTitle: 'Machen Sie hier weiter',
  resumeText: 'Ihr Link gilt einmal, für dieses Gerät. Öffnen Sie ihn mit der Schaltfläche.',
  resumeTextFor:
    '{requester} hat Ihnen diesen Link geschickt. Er gilt einmal, für dieses Gerät. Öffnen Sie ihn mit der Schaltfläche.',
  resume: 'Hier weitermachen',

  consentTitle: 'Bevor es losgeht',
  consentText: '{requester} muss sicher sein, dass Sie es wirklich sind.',
  consentWhat: 'Was wir erfassen',
  consentWhatText: 'Fotos Ihres Dokuments und die Angaben, die darauf stehen.',
  consentWhy: 'Wozu',
  consentWhyText: 'Um zu prüfen, ob der Ausweis echt, gültig und lesbar ist.',
  consentWhatFace:
    'Fotos Ihres Ausweises und Ihres Gesichts. Ihr Gesicht wird vermessen: Daraus entstehen Zahlen, die es von anderen unterscheiden.',
  consentWhyFace: 'Um zu prüfen, ob der Ausweis echt ist, ob er Ihnen gehört und ob wirklich Sie es sind, jetzt.',
  consentHowLong: 'Wie lange',
  consentHowLongText: {
    one: 'Gelöscht wird {count} Tag nach der Entscheidung.',
    other: 'Gelöscht wird {count} Tage nach der Entscheidung.',
  },
  consentWho: 'Wer es sieht',
  consentWhoText: '{requester} und die Menschen, die dort prüfen. Gespeichert wird verschlüsselt.',
  consentAccept: 'Zustimmen und weiter',
  consentNote: 'Mit „weiter“ stimmen Sie zu. Wenn nicht, können Sie dieses Fenster schließen.',

  exitTitle: 'Prüfung verlassen?',
  exitText: 'Was Sie bisher gemacht haben, bleibt erhalten. Sie können später weitermachen.',
  exitStay: 'Hierbleiben',
  exitLeave: 'Verlassen',

  offline: 'Sie sind offline. Sobald Sie wieder verbunden sind, geht es von selbst weiter.',
  reconnecting: 'Die Verbindung ist schwach. Wir versuchen es weiter.',
  handOver: 'Am Handy weitermachen',
  handOverElsewhere: 'Auf einem anderen Gerät weitermachen',
  joined: 'Ein anderes Gerät ist dazugekommen.',
  joinedShow: 'Anzeigen',
  updated: 'Es ging auf einem anderen Gerät oder in einem anderen Tab weiter.',
} satisfies Translated<typeof en>;
