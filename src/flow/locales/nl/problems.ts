import type en from '../en/problems.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  blurry: 'De foto was onscherp. Houd stil en laat de camera scherpstellen.',
  glare: 'Een weerspiegeling verborg een deel van het document. Kantel het iets of ga weg bij de lamp.',
  too_dark: 'De foto was te donker. Zoek een lichtere plek of doe een lamp aan.',
  too_bright: 'De foto was te licht. Ga uit het directe licht.',
  cut_off: 'Een deel van het document viel weg. Houd alle vier de hoeken in het kader.',
  too_small: 'Het document was te ver weg. Kom dichterbij tot het het kader vult.',
  no_document: 'We hebben geen document op de foto gevonden. Houd alle vier de hoeken in het kader.',
  wrong_side: 'Dit was de andere kant van het document. Draai uw document om.',
  same_side_twice: 'Beide foto’s tonen dezelfde kant. Draai het document om voor de tweede.',
  unreadable: 'We konden de tekst niet lezen. Zorg dat hij scherp is en dat niets hem bedekt.',
  mrz_not_found: 'We hebben de regels met letters en ‘<’-tekens niet gevonden. Zorg dat ze op de foto staan.',
  barcode_not_found: 'We hebben de streepjescode op de achterkant niet gevonden. Zorg dat hij scherp en volledig is.',
  inconsistent: 'De gegevens op het document passen niet bij elkaar. Gebruik een ander.',
  expired: 'Dit document is verlopen. Gebruik een document dat nog geldig is.',
  type_not_accepted: 'Dit soort document wordt hier niet geaccepteerd. Gebruik een ander.',
  country_not_accepted: 'Documenten uit dit land worden hier niet geaccepteerd. Gebruik een ander.',
  underage: 'U hebt niet de leeftijd die hiervoor nodig is.',
  no_face: 'We zagen uw gezicht niet goed. Kijk recht in de camera, met licht op uw gezicht.',
  several_faces: 'Er was meer dan één gezicht te zien. Zorg dat u alleen voor de camera bent.',
  face_covered: 'Iets bedekte uw gezicht. Zet zonnebril, masker of hoed af.',
  no_match: 'Uw gezicht en de foto op het document kwamen niet overeen. Gebruik uw eigen document en goed licht.',
  not_live:
    'We konden niet zeker weten dat u het zelf was, op dit moment. Houd het apparaat stil en draai uw hoofd zoals getoond.',
  too_slow: 'Dat duurde te lang, dus het begint opnieuw. Neem de tijd; er gaat niets verloren.',
  file_damaged: 'Het bestand kon niet worden geopend. Kies een ander of maak een foto.',
  file_unsupported: 'Dit soort bestand kan niet worden gebruikt. Kies een JPEG, PNG, HEIC, WebP, TIFF of PDF.',
  file_too_large: 'Het bestand is te groot. Het mag hoogstens 20 MB zijn.',
  engine_unavailable: 'Onze controle haperde even; uw foto was goed. Stuur hem nog een keer.',
  proof_too_old: 'Dit document is te oud. Gebruik een nieuwer.',
  proof_no_date: 'We hebben er geen datum op gevonden. Stuur de pagina waarop staat wanneer het is opgesteld.',
  proof_no_name: 'We hebben er geen naam op gevonden. Stuur de pagina met uw naam en adres.',
  proof_no_address: 'We hebben er geen adres op gevonden. Stuur de pagina met uw naam en adres.',
  proof_other_name: 'De naam erop is niet de naam die u hebt opgegeven. Gebruik een document op uw eigen naam.',
  proof_other_address:
    'Het adres erop is niet het adres dat u hebt opgegeven. Gebruik een document met uw huidige adres.',
  proof_changed: 'Het bestand is gewijzigd nadat het was gemaakt. Stuur het zoals u het hebt ontvangen.',
  details_not_confirmed:
    'We konden uw gegevens niet bevestigen. Controleer of naam, geboortedatum en adres er staan zoals op uw documenten.',
  not_confirmed: 'We konden uw telefoonnummer of e-mailadres niet met een code bevestigen.',
  file_unusual: 'Dit bestand is op een ongewone manier opgeslagen. Maak een foto of sla het op als gewone JPEG.',
  portrait_not_found: 'We vonden de pasfoto op het document niet. Zorg dat hij scherp is en dat niets hem bedekt.',
  original_needed:
    'We hebben een foto van het document zelf nodig, niet van een scherm, een kopie of een bewerkte foto.',
} satisfies Translated<typeof en>;
