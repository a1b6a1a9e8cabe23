export default {
  title: 'Testovací režim: použít vzor',
  approved: 'Platný doklad',
  expired: 'Doklad s prošlou platností',
  blurry: 'Rozmazaný snímek',
  mrz_mismatch: 'Údaje, které si odporují',
  underage: 'Doklad nezletilé osoby',
  screen_photo: 'Fotka obrazovky',
  holder: 'Držitel dokladu',
  wrong_person: 'Někdo jiný',
  swapped_person: 'Dva lidé, kteří se střídají',
};
