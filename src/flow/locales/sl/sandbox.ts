export default {
  title: 'Preizkusni način: uporabite vzorec',
  approved: 'Veljaven dokument',
  expired: 'Pretečen dokument',
  blurry: 'Zamegljena slika',
  mrz_mismatch: 'Podatki, ki si nasprotujejo',
  underage: 'Dokument mladoletne osebe',
  screen_photo: 'Fotografija zaslona',
  holder: 'Imetnik dokumenta',
  wrong_person: 'Nekdo drug',
  swapped_person: 'Dve osebi izmenično',
};
