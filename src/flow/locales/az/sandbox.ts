export default {
  title: 'Sınaq rejimi: nümunədən istifadə edin',
  approved: 'Etibarlı sənəd',
  expired: 'Müddəti bitmiş sənəd',
  blurry: 'Bulanıq şəkil',
  mrz_mismatch: 'Bir-birinə zidd məlumatlar',
  underage: 'Yetkinlik yaşına çatmayanın sənədi',
  screen_photo: 'Ekranın şəkli',
  holder: 'Sənədin sahibi',
  wrong_person: 'Başqa şəxs',
  swapped_person: 'Növbə ilə iki nəfər',
};
