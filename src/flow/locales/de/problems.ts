import type en from '../en/problems.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  blurry: 'Das Foto war unscharf. Halten Sie still, bis die Kamera scharf gestellt hat.',
  glare: 'Eine Spiegelung verdeckt einen Teil. Kippen Sie den Ausweis etwas oder gehen Sie weg von der Lampe.',
  too_dark: 'Das Foto war zu dunkel. Suchen Sie einen helleren Platz oder machen Sie Licht.',
  too_bright: 'Das Foto war zu hell. Gehen Sie aus dem direkten Licht.',
  cut_off: 'Ein Teil war abgeschnitten. Alle vier Ecken müssen im Rahmen sein.',
  too_small: 'Der Ausweis war zu weit weg. Gehen Sie näher heran, bis er den Rahmen füllt.',
  no_document: 'Auf dem Foto haben wir keinen Ausweis gefunden.',
  wrong_side: 'Das war die andere Seite des Ausweises.',
  same_side_twice: 'Beide Fotos zeigen dieselbe Seite. Drehen Sie den Ausweis für das zweite um.',
  unreadable: 'Wir konnten den Text nicht lesen. Er muss scharf und unverdeckt sein.',
  mrz_not_found: 'Die Zeilen mit Buchstaben und „<“-Zeichen fehlen. Sie müssen auf dem Foto sein.',
  barcode_not_found: 'Der Strichcode auf der Rückseite fehlt. Er muss scharf und ganz zu sehen sein.',
  inconsistent: 'Die Angaben auf dem Ausweis passen nicht zusammen.',
  expired: 'Dieser Ausweis ist abgelaufen. Bitte nehmen Sie einen gültigen.',
  type_not_accepted: 'Diese Art von Ausweis wird hier nicht angenommen. Bitte nehmen Sie einen anderen.',
  country_not_accepted: 'Ausweise dieses Landes werden hier nicht angenommen. Bitte nehmen Sie einen anderen.',
  underage: 'Sie haben nicht das Alter, das hierfür nötig ist.',
  file_damaged: 'Die Datei ließ sich nicht öffnen. Wählen Sie eine andere oder machen Sie ein Foto.',
  file_unsupported: 'Diese Art von Datei geht hier nicht. Wählen Sie JPEG, PNG, HEIC, WebP, TIFF oder PDF.',
  file_too_large: 'Die Datei ist zu groß. Erlaubt sind höchstens 20 MB.',
  engine_unavailable: 'Bei unserer Prüfung hakte es; Ihr Foto war in Ordnung. Bitte senden Sie es noch einmal.',
} satisfies Translated<typeof en>;
