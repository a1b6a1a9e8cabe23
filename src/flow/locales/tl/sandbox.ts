export default {
  title: 'Test mode: gumamit ng specimen',
  approved: 'Balidong dokumento',
  expired: 'Expired na dokumento',
  blurry: 'Malabong larawan',
  mrz_mismatch: 'Magkasalungat na datos',
  underage: 'Dokumento ng menor de edad',
  screen_photo: 'Larawan ng screen',
  holder: 'Ang may-ari ng dokumento',
  wrong_person: 'Ibang tao',
  swapped_person: 'Dalawang taong salitan',
};
