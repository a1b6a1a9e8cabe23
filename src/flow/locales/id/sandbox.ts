export default {
  title: 'Mode uji: gunakan spesimen',
  approved: 'Dokumen yang berlaku',
  expired: 'Dokumen kedaluwarsa',
  blurry: 'Gambar buram',
  mrz_mismatch: 'Data yang saling bertentangan',
  underage: 'Dokumen anak di bawah umur',
  screen_photo: 'Foto layar',
  holder: 'Pemegang dokumen',
  wrong_person: 'Orang lain',
  swapped_person: 'Dua orang bergantian',
};
