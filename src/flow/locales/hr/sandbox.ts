export default {
  title: 'Probni način: upotrijebite uzorak',
  approved: 'Važeći dokument',
  expired: 'Istekli dokument',
  blurry: 'Mutna slika',
  mrz_mismatch: 'Podaci koji si proturječe',
  underage: 'Dokument maloljetnika',
  screen_photo: 'Fotografija zaslona',
  holder: 'Nositelj dokumenta',
  wrong_person: 'Netko drugi',
  swapped_person: 'Dvije osobe naizmjence',
};
