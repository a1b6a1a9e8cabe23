export default {
  title: 'Փորձնական ռեժիմ՝ օգտագործել նմուշ',
  approved: 'Վավեր փաստաթուղթ',
  expired: 'Ժամկետանց փաստաթուղթ',
  blurry: 'Անորոշ նկար',
  mrz_mismatch: 'Իրար հակասող տվյալներ',
  underage: 'Անչափահասի փաստաթուղթ',
  screen_photo: 'Էկրանի լուսանկար',
  holder: 'Փաստաթղթի տերը',
  wrong_person: 'Մեկ ուրիշը',
  swapped_person: 'Երկու հոգի հերթով',
};
