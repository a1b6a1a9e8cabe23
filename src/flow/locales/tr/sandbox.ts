export default {
  title: 'Test modu: örnek kullan',
  approved: 'Geçerli bir belge',
  expired: 'Süresi dolmuş bir belge',
  blurry: 'Bulanık bir fotoğraf',
  mrz_mismatch: 'Birbiriyle çelişen bilgiler',
  underage: 'Reşit olmayan birinin belgesi',
  screen_photo: 'Ekranın fotoğrafı',
  holder: 'Belgenin sahibi',
  wrong_person: 'Başka biri',
  swapped_person: 'Sırayla iki kişi',
};
