export default {
  title: 'Testläge: använd ett exemplar',
  approved: 'En giltig handling',
  expired: 'En utgången handling',
  blurry: 'En suddig bild',
  mrz_mismatch: 'Uppgifter som motsäger varandra',
  underage: 'En minderårigs handling',
  screen_photo: 'Ett foto av en skärm',
  holder: 'Handlingens innehavare',
  wrong_person: 'Någon annan',
  swapped_person: 'Två personer turvis',
};
