export default {
  title: 'Testmodus: bruk et eksempel',
  approved: 'Et gyldig dokument',
  expired: 'Et utløpt dokument',
  blurry: 'Et uskarpt bilde',
  mrz_mismatch: 'Opplysninger som motsier hverandre',
  underage: 'Dokumentet til en mindreårig',
  screen_photo: 'Et bilde av en skjerm',
  holder: 'Dokumentets innehaver',
  wrong_person: 'Noen andre',
  swapped_person: 'To personer på skift',
};
