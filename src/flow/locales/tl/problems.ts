import type en from '../en/problems.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  blurry: 'Malabo ang litrato. Huwag gumalaw at hayaang mag-focus ang camera.',
  glare: 'May kinang na tumakip sa bahagi ng dokumento. Itagilid nang kaunti o lumayo sa ilaw.',
  too_dark: 'Masyadong madilim ang litrato. Humanap ng mas maliwanag na lugar o magbukas ng ilaw.',
  too_bright: 'Masyadong maliwanag ang litrato. Umiwas sa direktang liwanag.',
  cut_off: 'Naputol ang isang bahagi ng dokumento. Panatilihin ang apat na sulok sa frame.',
  too_small: 'Masyadong malayo ang dokumento. Lumapit hanggang mapuno ang frame.',
  no_document: 'Wala kaming nakitang dokumento sa litrato. Panatilihin ang apat na sulok sa frame.',
  wrong_side: 'Ito ang kabilang panig ng dokumento. Baligtarin ang inyong dokumento.',
  same_side_twice: 'Iisang panig ang nasa dalawang litrato. Baligtarin ang dokumento para sa ikalawa.',
  unreadable: 'Hindi namin mabasa ang teksto. Tiyaking malinaw ito at walang nakatakip.',
  mrz_not_found: 'Hindi namin nakita ang mga linya ng letra at “<”. Tiyaking nasa litrato ang mga ito.',
  barcode_not_found: 'Hindi namin nakita ang barcode sa likod. Tiyaking malinaw at buo ito.',
  inconsistent: 'Hindi nagtutugma ang mga detalye sa dokumento. Pakigamit ang iba.',
  expired: 'Nag-expire na ang dokumentong ito. Pakigamit ang may bisa pa.',
  type_not_accepted: 'Hindi tinatanggap dito ang ganitong dokumento. Pakigamit ang iba.',
  country_not_accepted: 'Hindi tinatanggap dito ang mga dokumento ng bansang ito. Pakigamit ang iba.',
  underage: 'Hindi pa abot ang edad na kailangan para rito.',
  no_face: 'Hindi malinaw ang inyong mukha. Tumingin nang diretso sa camera, na may liwanag sa mukha.',
  several_faces: 'May higit sa isang mukha. Mag-isa po sana kayo sa harap ng camera.',
  face_covered: 'May nakatakip sa mukha. Alisin ang sunglasses, mask o sombrero.',
  no_match:
    'Hindi tumugma ang mukha at ang litrato sa dokumento. Gamitin ang sariling dokumento at maliwanag na lugar.',
  not_live:
    'Hindi namin natiyak na kayo iyon nang live. Huwag igalaw ang device at ilingon ang ulo gaya ng ipinapakita.',
  too_slow: 'Masyadong tumagal, kaya magsisimula ulit. Huwag magmadali; walang nawala.',
  file_damaged: 'Hindi mabuksan ang file. Pumili ng iba o kumuha ng litrato.',
  file_unsupported: 'Hindi magagamit ang ganitong file. Pumili ng JPEG, PNG, HEIC, WebP, TIFF o PDF.',
  file_too_large: 'Masyadong malaki ang file. Hanggang 20 MB lang ito.',
  engine_unavailable: 'Nagkaaberya ang aming pagsusuri; maayos ang inyong litrato. Pakipadala ulit.',
  proof_too_old: 'Masyadong luma ang dokumentong ito. Pakigamit ang mas bago.',
  proof_no_date: 'Hindi namin nakita ang petsa. Ipadala ang pahinang nagsasabi kung kailan ito inisyu.',
  proof_no_name: 'Wala kaming nakitang pangalan. Ipadala ang pahinang may pangalan at address ninyo.',
  proof_no_address: 'Wala kaming nakitang address. Ipadala ang pahinang may pangalan at address ninyo.',
  proof_other_name: 'Iba ang pangalan dito sa ibinigay ninyo. Gumamit ng dokumentong nasa sarili ninyong pangalan.',
  proof_other_address: 'Iba ang address dito sa ibinigay ninyo. Gumamit ng nagpapakita kung saan kayo nakatira ngayon.',
  proof_changed: 'Binago ang file matapos itong gawin. Ipadala ito nang gaya ng natanggap ninyo.',
  details_not_confirmed:
    'Hindi namin nakumpirma ang inyong mga detalye. Tiyaking ang pangalan, petsa ng kapanganakan at address ay gaya ng nasa dokumento.',
  not_confirmed: 'Hindi namin nakumpirma sa code ang inyong numero ng telepono o email address.',
  file_unusual:
    'Hindi karaniwan ang pagkaka-save ng file na ito. Kumuha ng litrato o i-save ito bilang ordinaryong JPEG.',
  portrait_not_found: 'Hindi namin makita ang litrato ng mukha sa dokumento. Tiyaking malinaw ito at walang nakatakip.',
  original_needed: 'Kailangan namin ng litrato ng mismong dokumento, hindi ng screen, kopya o na-edit na larawan.',
} satisfies Translated<typeof en>;
