export default {
  title: 'Тестовий режим: узяти зразок',
  approved: 'Чинний документ',
  expired: 'Прострочений документ',
  blurry: 'Нечітке фото',
  mrz_mismatch: 'Дані, що суперечать одні одним',
  underage: 'Документ неповнолітньої особи',
  screen_photo: 'Фото екрана',
  holder: 'Власник документа',
  wrong_person: 'Інша людина',
  swapped_person: 'Двоє людей по черзі',
};
