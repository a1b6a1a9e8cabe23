export default {
  title: 'ٹیسٹ موڈ: نمونہ استعمال کریں',
  approved: 'ایک کارآمد دستاویز',
  expired: 'زائد المیعاد دستاویز',
  blurry: 'دھندلی تصویر',
  mrz_mismatch: 'ایک دوسرے سے متضاد معلومات',
  underage: 'نابالغ کی دستاویز',
  screen_photo: 'اسکرین کی تصویر',
  holder: 'دستاویز کا حامل',
  wrong_person: 'کوئی اور',
  swapped_person: 'باری باری دو افراد',
};
