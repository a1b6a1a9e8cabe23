export default {
  title: 'Пробни режим: употребите узорак',
  approved: 'Важећи документ',
  expired: 'Истекли документ',
  blurry: 'Мутна слика',
  mrz_mismatch: 'Подаци који су противречни',
  underage: 'Документ малолетника',
  screen_photo: 'Фотографија екрана',
  holder: 'Носилац документа',
  wrong_person: 'Неко други',
  swapped_person: 'Две особе наизменично',
};
