export default {
  title: 'テストモード：見本を使う',
  approved: '有効な書類',
  expired: '期限切れの書類',
  blurry: 'ぼやけた画像',
  mrz_mismatch: '食い違うデータ',
  underage: '未成年者の書類',
  screen_photo: '画面を撮影した写真',
  holder: '書類の持ち主',
  wrong_person: '別の人',
  swapped_person: '交互に映る二人',
};
