import type en from '../en/problems.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  blurry: 'A fénykép homályos volt. Tartsa mozdulatlanul, és hagyja élesre állni a kamerát.',
  glare: 'Tükröződés takarta az okmány egy részét. Döntse meg kicsit, vagy menjen távolabb a lámpától.',
  too_dark: 'A fénykép túl sötét volt. Keressen világosabb helyet, vagy kapcsoljon lámpát.',
  too_bright: 'A fénykép túl világos volt. Menjen ki a közvetlen fényből.',
  cut_off: 'Az okmány egy része lemaradt. Mind a négy sarok legyen a keretben.',
  too_small: 'Az okmány túl messze volt. Vigye közelebb, amíg kitölti a keretet.',
  no_document: 'Nem találtunk okmányt a fényképen. Mind a négy sarok legyen a keretben.',
  wrong_side: 'Ez az okmány másik oldala volt. Fordítsa meg az okmányt.',
  same_side_twice: 'Mindkét fénykép ugyanazt az oldalt mutatja. A másodikhoz fordítsa meg az okmányt.',
  unreadable: 'Nem tudtuk elolvasni a szöveget. Legyen éles, és semmi se takarja.',
  mrz_not_found: 'Nem találtuk a betűkből és „<” jelekből álló sorokat. Legyenek rajta a fényképen.',
  barcode_not_found: 'Nem találtuk a hátlapon a vonalkódot. Legyen éles és teljes.',
  inconsistent: 'Az okmányon szereplő adatok nem illenek össze. Kérjük, használjon másikat.',
  expired: 'Ez az okmány lejárt. Kérjük, használjon érvényeset.',
  type_not_accepted: 'Ezt az okmánytípust itt nem fogadjuk el. Kérjük, használjon másikat.',
  country_not_accepted: 'Ennek az országnak az okmányait itt nem fogadjuk el. Kérjük, használjon másikat.',
  underage: 'Ehhez még nem érte el a szükséges életkort.',
  no_face: 'Nem láttuk tisztán az arcát. Nézzen egyenesen a kamerába, megvilágított arccal.',
  several_faces: 'Több arc is látszott. Kérjük, egyedül legyen a kamera előtt.',
  face_covered: 'Valami takarta az arcát. Vegye le a napszemüveget, maszkot vagy sapkát.',
  no_match: 'Az arca és az okmány fényképe nem egyezett. Saját okmányát használja, jó fényben.',
  not_live:
    'Nem lehettünk biztosak benne, hogy élőben Ön volt az. Tartsa mozdulatlanul az eszközt, és fordítsa a fejét, ahogy mutatjuk.',
  too_slow: 'Túl sokáig tartott, ezért újrakezdjük. Nem kell sietnie; semmi sem veszett el.',
  file_damaged: 'A fájlt nem sikerült megnyitni. Válasszon másikat, vagy készítsen fényképet.',
  file_unsupported: 'Ez a fájltípus nem használható. Válasszon JPEG, PNG, HEIC, WebP, TIFF vagy PDF fájlt.',
  file_too_large: 'A fájl túl nagy. Legfeljebb 20 MB lehet.',
  engine_unavailable: 'Az ellenőrzésünk megakadt; a fényképe jó volt. Kérjük, küldje el még egyszer.',
  proof_too_old: 'Ez a dokumentum túl régi. Kérjük, használjon újabbat.',
  proof_no_date: 'Nem találtunk rajta dátumot. Küldje el azt az oldalt, amelyen a kiállítás napja áll.',
  proof_no_name: 'Nem találtunk rajta nevet. Küldje el azt az oldalt, amelyen a neve és a címe áll.',
  proof_no_address: 'Nem találtunk rajta címet. Küldje el azt az oldalt, amelyen a neve és a címe áll.',
  proof_other_name: 'A rajta szereplő név nem az, amelyet megadott. Saját nevére szóló dokumentumot használjon.',
  proof_other_address:
    'A rajta szereplő cím nem az, amelyet megadott. Olyat használjon, amelyen a mostani lakcíme áll.',
  proof_changed: 'A fájlt az elkészülte után módosították. Úgy küldje el, ahogy megkapta.',
  details_not_confirmed:
    'Nem tudtuk megerősíteni az adatait. Nézze meg, hogy neve, születési dátuma és címe úgy szerepel-e, ahogy az okmányain.',
  not_confirmed: 'Nem tudtuk kóddal megerősíteni a telefonszámát vagy az e-mail-címét.',
} satisfies Translated<typeof en>;
