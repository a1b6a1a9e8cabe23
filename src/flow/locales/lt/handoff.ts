import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Tęskite telefone',
  titleElsewhere: 'Tęskite kitame įrenginyje',
  text: 'Nukreipkite telefono kamerą į šį kodą. Tai, ką padarėte, išsaugota.',
  textElsewhere: 'Atverkite šią nuorodą kitoje naršyklėje ar kitame įrenginyje. Tai, ką padarėte, išsaugota.',
  codeAlt: 'QR kodas, kuris atveria šį patvirtinimą telefone',
  preparing: 'Kodas ruošiamas',
  link: 'Arba atverkite ten šią nuorodą',
  copy: 'Kopijuoti nuorodą',
  copied: 'Nukopijuota',
  expires: 'Nuoroda veikia vieną kartą, vieną valandą.',
  another: 'Naujas kodas',
  here: 'Verčiau tęsti čia',
  byEmail: 'Jūsų el. pašto adresas',
  bySms: 'Jūsų mobiliojo numeris su šalies kodu',
  send: 'Siųsti nuorodą',
  sent: 'Nuoroda išsiųsta.',
  sendWrong: 'Ten išsiųsti negalime. Patikrinkite, ką įvedėte.',
  joinedTitle: 'Telefonas prijungtas',
  joinedText: 'Tęskite ten. Šis puslapis prisitaikys pats, o jį uždarius niekas nedings.',
  joinedAt: 'Prijungta {time}',
  refuse: 'Tai ne aš',
  refused: 'Tas įrenginys nebegali nieko daryti. Štai naujas kodas.',
  inAppTitle: 'Atverkite tai naršyklėje',
  inAppText:
    'Programa, kurioje esate, neleidžia puslapiams naudoti kameros. Nukopijuokite nuorodą ir atverkite ją naršyklėje arba įkelkite nuotrauką.',
  inAppOpen: 'Atverti naršyklėje',
} satisfies Translated<typeof en>;
