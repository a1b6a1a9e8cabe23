export default {
  title: 'Test mode: use a specimen',
  approved: 'A valid document',
  expired: 'An expired document',
  blurry: 'A blurry picture',
  mrz_mismatch: 'Data that contradict each other',
  underage: 'A minor’s document',
  screen_photo: 'A photo of a screen',
  holder: 'The document’s holder',
  wrong_person: 'Somebody else',
  swapped_person: 'Two people taking turns',
};
