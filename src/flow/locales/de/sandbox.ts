export default {
  title: 'Testmodus: ein Muster verwenden',
  approved: 'Ein gültiger Ausweis',
  expired: 'Ein abgelaufener Ausweis',
  blurry: 'Ein unscharfes Bild',
  mrz_mismatch: 'Angaben, die sich widersprechen',
  underage: 'Ausweis einer minderjährigen Person',
  screen_photo: 'Foto eines Bildschirms',
  holder: 'Inhaber des Ausweises',
  wrong_person: 'Jemand anderes',
  swapped_person: 'Zwei Personen im Wechsel',
};
