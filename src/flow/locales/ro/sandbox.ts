export default {
  title: 'Mod de test: folosiți un specimen',
  approved: 'Un document valabil',
  expired: 'Un document expirat',
  blurry: 'O imagine neclară',
  mrz_mismatch: 'Date care se contrazic',
  underage: 'Documentul unui minor',
  screen_photo: 'O fotografie a unui ecran',
  holder: 'Titularul documentului',
  wrong_person: 'Altcineva',
  swapped_person: 'Două persoane pe rând',
};
