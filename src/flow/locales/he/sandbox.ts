export default {
  title: 'מצב בדיקה: שימוש בדוגמה',
  approved: 'מסמך בתוקף',
  expired: 'מסמך שפג תוקפו',
  blurry: 'תמונה מטושטשת',
  mrz_mismatch: 'נתונים שסותרים זה את זה',
  underage: 'מסמך של קטין',
  screen_photo: 'צילום של מסך',
  holder: 'בעל המסמך',
  wrong_person: 'מישהו אחר',
  swapped_person: 'שני אנשים לסירוגין',
};
