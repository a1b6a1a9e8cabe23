export default {
  title: 'Modo de prueba: usar una muestra',
  approved: 'Un documento válido',
  expired: 'Un documento caducado',
  blurry: 'Una imagen borrosa',
  mrz_mismatch: 'Datos que se contradicen',
  underage: 'El documento de un menor',
  screen_photo: 'Una foto de una pantalla',
  holder: 'El titular del documento',
  wrong_person: 'Otra persona',
  swapped_person: 'Dos personas por turnos',
};
