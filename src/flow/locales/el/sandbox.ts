export default {
  title: 'Δοκιμαστική λειτουργία: χρήση δείγματος',
  approved: 'Έγκυρο έγγραφο',
  expired: 'Ληγμένο έγγραφο',
  blurry: 'Θολή εικόνα',
  mrz_mismatch: 'Στοιχεία που αντιφάσκουν',
  underage: 'Έγγραφο ανηλίκου',
  screen_photo: 'Φωτογραφία οθόνης',
  holder: 'Ο κάτοχος του εγγράφου',
  wrong_person: 'Κάποιος άλλος',
  swapped_person: 'Δύο άτομα εναλλάξ',
};
