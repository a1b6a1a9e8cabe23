export default {
  title: 'Chế độ thử: dùng mẫu giấy tờ',
  approved: 'Giấy tờ còn hiệu lực',
  expired: 'Giấy tờ hết hạn',
  blurry: 'Ảnh bị mờ',
  mrz_mismatch: 'Dữ liệu mâu thuẫn nhau',
  underage: 'Giấy tờ của trẻ vị thành niên',
  screen_photo: 'Ảnh chụp màn hình',
  holder: 'Chủ giấy tờ',
  wrong_person: 'Người khác',
  swapped_person: 'Hai người thay phiên',
};
