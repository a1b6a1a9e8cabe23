export default {
  title: 'Testmodus: gebruik een specimen',
  approved: 'Een geldig document',
  expired: 'Een verlopen document',
  blurry: 'Een onscherpe foto',
  mrz_mismatch: 'Gegevens die elkaar tegenspreken',
  underage: 'Document van een minderjarige',
  screen_photo: 'Een foto van een scherm',
  holder: 'De houder van het document',
  wrong_person: 'Iemand anders',
  swapped_person: 'Twee mensen om de beurt',
};
