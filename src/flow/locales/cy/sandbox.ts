export default {
  title: 'Modd profi: defnyddio sbesimen',
  approved: 'Dogfen ddilys',
  expired: 'Dogfen sydd wedi dod i ben',
  blurry: 'Llun aneglur',
  mrz_mismatch: 'Data sy’n gwrth-ddweud ei gilydd',
  underage: 'Dogfen plentyn dan oed',
  screen_photo: 'Llun o sgrin',
  holder: 'Deiliad y ddogfen',
  wrong_person: 'Rhywun arall',
  swapped_person: 'Dau berson bob yn ail',
};
