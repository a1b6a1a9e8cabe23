export default {
  title: 'Tesztmód: minta használata',
  approved: 'Érvényes okmány',
  expired: 'Lejárt okmány',
  blurry: 'Életlen kép',
  mrz_mismatch: 'Egymásnak ellentmondó adatok',
  underage: 'Kiskorú okmánya',
  screen_photo: 'Képernyőről készült fotó',
  holder: 'Az okmány birtokosa',
  wrong_person: 'Valaki más',
  swapped_person: 'Két ember felváltva',
};
