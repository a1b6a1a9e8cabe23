export default {
  title: 'परीक्षण मोड: नमूना इस्तेमाल करें',
  approved: 'वैध दस्तावेज़',
  expired: 'समाप्त अवधि वाला दस्तावेज़',
  blurry: 'धुंधली तस्वीर',
  mrz_mismatch: 'एक-दूसरे से मेल न खाती जानकारी',
  underage: 'नाबालिग का दस्तावेज़',
  screen_photo: 'स्क्रीन की तस्वीर',
  holder: 'दस्तावेज़ का धारक',
  wrong_person: 'कोई और व्यक्ति',
  swapped_person: 'बारी-बारी से दो लोग',
};
