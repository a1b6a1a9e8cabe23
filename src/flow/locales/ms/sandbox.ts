export default {
  title: 'Mod ujian: guna spesimen',
  approved: 'Dokumen yang sah',
  expired: 'Dokumen tamat tempoh',
  blurry: 'Gambar kabur',
  mrz_mismatch: 'Data yang bercanggah',
  underage: 'Dokumen orang bawah umur',
  screen_photo: 'Foto skrin',
  holder: 'Pemegang dokumen',
  wrong_person: 'Orang lain',
  swapped_person: 'Dua orang bergilir-gilir',
};
