export default {
  title: 'Testtilstand: brug et eksempel',
  approved: 'Et gyldigt dokument',
  expired: 'Et udløbet dokument',
  blurry: 'Et sløret billede',
  mrz_mismatch: 'Oplysninger, der modsiger hinanden',
  underage: 'En mindreårigs dokument',
  screen_photo: 'Et foto af en skærm',
  holder: 'Dokumentets indehaver',
  wrong_person: 'En anden person',
  swapped_person: 'To personer på skift',
};
