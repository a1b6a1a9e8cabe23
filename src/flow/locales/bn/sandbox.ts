export default {
  title: 'পরীক্ষা মোড: একটি নমুনা ব্যবহার করুন',
  approved: 'একটি বৈধ নথি',
  expired: 'একটি মেয়াদোত্তীর্ণ নথি',
  blurry: 'একটি ঝাপসা ছবি',
  mrz_mismatch: 'পরস্পরবিরোধী তথ্য',
  underage: 'অপ্রাপ্তবয়স্কের নথি',
  screen_photo: 'স্ক্রিনের একটি ছবি',
  holder: 'নথির ধারক',
  wrong_person: 'অন্য কেউ',
  swapped_person: 'পালা করে দুজন',
};
