export default {
  title: 'وضع الاختبار: استخدم نموذجًا',
  approved: 'وثيقة سارية',
  expired: 'وثيقة منتهية الصلاحية',
  blurry: 'صورة غير واضحة',
  mrz_mismatch: 'بيانات متناقضة',
  underage: 'وثيقة شخص قاصر',
  screen_photo: 'صورة لشاشة',
  holder: 'حامل الوثيقة',
  wrong_person: 'شخص آخر',
  swapped_person: 'شخصان بالتناوب',
};
