export default {
  title: 'Modalità di prova: usa un facsimile',
  approved: 'Un documento valido',
  expired: 'Un documento scaduto',
  blurry: 'Un’immagine sfocata',
  mrz_mismatch: 'Dati che si contraddicono',
  underage: 'Il documento di un minorenne',
  screen_photo: 'Una foto di uno schermo',
  holder: 'Il titolare del documento',
  wrong_person: 'Un’altra persona',
  swapped_person: 'Due persone a turno',
};
