export default {
  title: '测试模式：使用样本',
  approved: '有效的证件',
  expired: '过期的证件',
  blurry: '模糊的照片',
  mrz_mismatch: '相互矛盾的信息',
  underage: '未成年人的证件',
  screen_photo: '翻拍屏幕的照片',
  holder: '证件持有人',
  wrong_person: '其他人',
  swapped_person: '两人轮流',
};
