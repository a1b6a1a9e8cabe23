export default {
  title: 'Testitila: käytä mallikappaletta',
  approved: 'Voimassa oleva asiakirja',
  expired: 'Vanhentunut asiakirja',
  blurry: 'Epäterävä kuva',
  mrz_mismatch: 'Ristiriitaiset tiedot',
  underage: 'Alaikäisen asiakirja',
  screen_photo: 'Valokuva näytöstä',
  holder: 'Asiakirjan haltija',
  wrong_person: 'Joku muu',
  swapped_person: 'Kaksi henkilöä vuorotellen',
};
