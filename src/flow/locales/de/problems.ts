import type en from '../en/problems.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  blurry: 'Das Foto war unscharf. Halten Sie still, bis die Kamera scharf gestellt hat.',
  glare: 'Eine Spiegelung verdeckt einen Teil. Kippen Sie den Ausweis etwas oder gehen Sie weg von der Lampe.',
  too_dark: 'Das Foto war zu dunkel. Suchen Sie einen helleren Platz oder machen Sie Licht.',
  too_bright: 'Das Foto war zu hell. Gehen Sie aus dem direkten Licht.',
  cut_off: 'Ein Teil war abgeschnitten. Alle vier Ecken müssen im Rahmen sein.',
  too_small: 'Der Ausweis war zu weit weg. Gehen Sie näher heran, bis er den Rahmen füllt.',
  no_document: 'Auf dem Foto haben wir keinen Ausweis gefunden. Alle vier Ecken müssen im Rahmen sein.',
  wrong_side: 'Das war die andere Seite des Ausweises. Drehen Sie den Ausweis um.',
  same_side_twice: 'Beide Fotos zeigen dieselbe Seite. Drehen Sie den Ausweis für das zweite um.',
  unreadable: 'Wir konnten den Text nicht lesen. Er muss scharf und unverdeckt sein.',
  mrz_not_found: 'Die Zeilen mit Buchstaben und „<“-Zeichen fehlen. Sie müssen auf dem Foto sein.',
  barcode_not_found: 'Der Strichcode auf der Rückseite fehlt. Er muss scharf und ganz zu sehen sein.',
  inconsistent: 'Die Angaben auf dem Ausweis passen nicht zusammen. Bitte nehmen Sie einen anderen.',
  expired: 'Dieser Ausweis ist abgelaufen. Bitte nehmen Sie einen gültigen.',
  type_not_accepted: 'Diese Art von Ausweis wird hier nicht angenommen. Bitte nehmen Sie einen anderen.',
  country_not_accepted: 'Ausweise dieses Landes werden hier nicht angenommen. Bitte nehmen Sie einen anderen.',
  underage: 'Sie haben nicht das Alter, das hierfür nötig ist.',
  no_face: 'Ihr Gesicht war nicht deutlich zu sehen. Blicken Sie gerade in die Kamera, mit Licht im Gesicht.',
  several_faces: 'Es war mehr als ein Gesicht zu sehen. Bitte seien Sie allein vor der Kamera.',
  face_covered: 'Etwas verdeckte Ihr Gesicht. Nehmen Sie Sonnenbrille, Maske oder Hut ab.',
  no_match:
    'Ihr Gesicht und das Foto im Ausweis passten nicht zusammen. Nehmen Sie Ihren eigenen Ausweis und gutes Licht.',
  not_live:
    'Wir konnten nicht sicher sein, dass Sie es selbst sind. Halten Sie das Gerät ruhig und drehen Sie den Kopf wie gezeigt.',
  too_slow: 'Das dauerte zu lange, daher beginnt es von vorn. Lassen Sie sich Zeit; nichts geht verloren.',
  file_damaged: 'Die Datei ließ sich nicht öffnen. Wählen Sie eine andere oder machen Sie ein Foto.',
  file_unsupported: 'Diese Art von Datei geht hier nicht. Wählen Sie JPEG, PNG, HEIC, WebP, TIFF oder PDF.',
  file_too_large: 'Die Datei ist zu groß. Erlaubt sind höchstens 20 MB.',
  engine_unavailable: 'Bei unserer Prüfung hakte es; Ihr Foto war in Ordnung. Bitte senden Sie es noch einmal.',
  proof_too_old: 'Dieses Dokument ist zu alt. Bitte nehmen Sie ein neueres.',
  proof_no_date: 'Wir fanden kein Datum darauf. Senden Sie die Seite, auf der das Ausstellungsdatum steht.',
  proof_no_name: 'Wir fanden keinen Namen darauf. Senden Sie die Seite mit Namen und Adresse.',
  proof_no_address: 'Wir fanden keine Adresse darauf. Senden Sie die Seite mit Namen und Adresse.',
  proof_other_name: 'Der Name darauf ist nicht der, den Sie angegeben haben. Es muss auf Sie ausgestellt sein.',
  proof_other_address: 'Die Adresse darauf ist nicht die angegebene. Nehmen Sie eines mit Ihrer jetzigen Anschrift.',
  proof_changed: 'Die Datei wurde nachträglich geändert. Senden Sie sie so, wie Sie sie erhalten haben.',
  details_not_confirmed:
    'Wir konnten Ihre Angaben nicht bestätigen. Prüfen Sie, ob Name, Geburtsdatum und Adresse so geschrieben sind wie in Ihren Dokumenten.',
  not_confirmed: 'Wir konnten Ihre Telefonnummer oder E-Mail-Adresse nicht mit einem Code bestätigen.',
  file_unusual:
    'Diese Datei ist auf ungewöhnliche Weise gespeichert. Machen Sie ein Foto oder speichern Sie sie als normales JPEG.',
  portrait_not_found: 'Wir haben das Passbild auf dem Ausweis nicht gefunden. Es muss scharf und unverdeckt sein.',
  original_needed:
    'Wir brauchen ein Foto des Ausweises selbst, nicht von einem Bildschirm, einer Kopie oder einem bearbeiteten Bild.',
} satisfies Translated<typeof en>;
