export default {
  title: 'Tryb testowy: użyj wzoru',
  approved: 'Ważny dokument',
  expired: 'Nieważny dokument',
  blurry: 'Rozmyte zdjęcie',
  mrz_mismatch: 'Sprzeczne dane',
  underage: 'Dokument osoby niepełnoletniej',
  screen_photo: 'Zdjęcie ekranu',
  holder: 'Posiadacz dokumentu',
  wrong_person: 'Ktoś inny',
  swapped_person: 'Dwie osoby na zmianę',
};
