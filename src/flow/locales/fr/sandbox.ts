export default {
  title: 'Mode test : utiliser un spécimen',
  approved: 'Un document valide',
  expired: 'Un document expiré',
  blurry: 'Une image floue',
  mrz_mismatch: 'Des données contradictoires',
  underage: 'Le document d’un mineur',
  screen_photo: 'Une photo d’écran',
  holder: 'Le titulaire du document',
  wrong_person: 'Une autre personne',
  swapped_person: 'Deux personnes à tour de rôle',
};
