import type en from '../en/capture.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  front_pp: 'Fotoseite Ihres Reisepasses',
  front_visa: 'Die Seite mit dem Visum',
  front_card: 'Vorderseite Ihres Ausweises',
  front_dl: 'Vorderseite Ihres Führerscheins',
  front_id: 'Vorderseite Ihres Personalausweises',
  front_pr: 'Vorderseite Ihres Aufenthaltstitels',
  back_dl: 'Rückseite Ihres Führerscheins',
  back_id: 'Rückseite Ihres Personalausweises',
  back_pr: 'Rückseite Ihres Aufenthaltstitels',
  back_card: 'Rückseite Ihres Ausweises',

  hint_place: 'In den Rahmen legen',
  hint_closer: 'Näher heran',
  hint_farther: 'Etwas weiter weg',
  hint_dark: 'Mehr Licht, bitte',
  hint_bright: 'Zu hell hier',
  hint_glare: 'Etwas kippen: es spiegelt',
  hint_blurry: 'Noch unscharf, still halten',
  hint_still: 'Still halten',
  hint_ready: 'Gut so, still halten',
  hint_taken: 'Aufgenommen',
  hint_manual: 'Rahmen füllen, auslösen',

  takePhoto: 'Foto aufnehmen',
  upload: 'Datei hochladen',
  uploadDrop: 'Datei hier ablegen',
  torchOn: 'Licht einschalten',
  torchOff: 'Licht ausschalten',
  flip: 'Andere Kamera nehmen',
  turnFrame: 'Rahmen drehen',
  preview: 'Was die Kamera sieht',

  askTitle: 'Kamera erlauben',
  askText: 'Ihr Browser fragt, ob wir die Kamera benutzen dürfen. Wir brauchen sie nur für das Foto Ihres Ausweises.',
  deniedTitle: 'Die Kamera ist gesperrt',
  deniedText: 'Ihr Browser lässt uns nicht an die Kamera. Sie können sie erlauben oder stattdessen ein Foto hochladen.',
  deniedHow: 'So erlauben Sie die Kamera',
  deniedHow1: 'Tippen Sie oben im Browser auf das Zeichen neben der Adresse.',
  deniedHow2: 'Wählen Sie bei „Kamera“ die Einstellung „Zulassen“.',
  deniedHow3: 'Kommen Sie zurück und wählen Sie „Noch einmal versuchen“.',
  missingTitle: 'Wir haben keine Kamera gefunden',
  missingText:
    'Dieses Gerät hat wohl keine, oder sie ist aus. Laden Sie ein Foto hoch, oder schließen Sie eine Kamera an.',
  busyTitle: 'Die Kamera wird gerade benutzt',
  busyText:
    'Eine andere App oder ein anderes Fenster benutzt sie. Schließen Sie es und versuchen Sie es noch einmal, oder laden Sie ein Foto hoch.',
  policyTitle: 'Auf dieser Seite ist die Kamera nicht erlaubt',
  policyText:
    'Die Website, von der Sie kommen, gibt die Kamera nicht an uns weiter. Sie können stattdessen ein Foto hochladen.',
  insecureTitle: 'Die Kamera braucht eine sichere Verbindung',
  insecureText:
    'Browser geben die Kamera nur an Seiten, deren Adresse mit https beginnt. Sie können stattdessen ein Foto hochladen.',
  blackTitle: 'Die Kamera zeigt kein Bild',
  blackText:
    'Vielleicht ist sie verdeckt, oder eine andere App hält sie fest. Machen Sie sie frei und versuchen Sie es noch einmal, oder laden Sie ein Foto hoch.',
  otherTitle: 'Die Kamera ist nicht gestartet',
  otherText: 'Versuchen Sie es noch einmal, oder laden Sie ein Foto hoch.',
  noUpload: 'Hier ist ein jetzt aufgenommenes Foto nötig; eine Datei geht nicht.',
  fileWrong: 'Diese Art von Datei geht hier nicht. Wählen Sie JPEG, PNG, HEIC, WebP, TIFF oder PDF.',
  fileLarge: 'Die Datei ist zu groß. Erlaubt sind höchstens 20 MB.',
  fileEmpty: 'Die Datei ist leer. Wählen Sie eine andere.',
} satisfies Translated<typeof en>;
