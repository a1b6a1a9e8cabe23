export default {
  title: 'Testovací režim: použiť vzor',
  approved: 'Platný doklad',
  expired: 'Doklad po platnosti',
  blurry: 'Rozmazaná snímka',
  mrz_mismatch: 'Údaje, ktoré si odporujú',
  underage: 'Doklad maloletého',
  screen_photo: 'Fotka obrazovky',
  holder: 'Držiteľ dokladu',
  wrong_person: 'Niekto iný',
  swapped_person: 'Dvaja ľudia striedavo',
};
