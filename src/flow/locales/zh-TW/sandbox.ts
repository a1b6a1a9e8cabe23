export default {
  title: '測試模式：使用樣本',
  approved: '有效的證件',
  expired: '過期的證件',
  blurry: '模糊的照片',
  mrz_mismatch: '互相矛盾的資料',
  underage: '未成年人的證件',
  screen_photo: '翻拍螢幕的照片',
  holder: '證件持有人',
  wrong_person: '其他人',
  swapped_person: '兩人輪流',
};
