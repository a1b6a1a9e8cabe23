export default {
  title: 'Modo de teste: usar um modelo',
  approved: 'Um documento válido',
  expired: 'Um documento vencido',
  blurry: 'Uma imagem borrada',
  mrz_mismatch: 'Dados que se contradizem',
  underage: 'O documento de um menor',
  screen_photo: 'Uma foto de uma tela',
  holder: 'O titular do documento',
  wrong_person: 'Outra pessoa',
  swapped_person: 'Duas pessoas alternadas',
};
