export default {
  title: 'Bandomasis režimas: naudoti pavyzdį',
  approved: 'Galiojantis dokumentas',
  expired: 'Nebegaliojantis dokumentas',
  blurry: 'Neryškus vaizdas',
  mrz_mismatch: 'Vieni kitiems prieštaraujantys duomenys',
  underage: 'Nepilnamečio dokumentas',
  screen_photo: 'Ekrano nuotrauka',
  holder: 'Dokumento turėtojas',
  wrong_person: 'Kitas žmogus',
  swapped_person: 'Du žmonės pakaitomis',
};
