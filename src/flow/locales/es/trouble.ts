import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Algo salió mal',
  errorText: 'No es culpa suya. Lo que ha hecho se conserva. Inténtelo de nuevo.',
  errorNetworkTitle: 'Sin conexión',
  errorNetworkText:
    'No pudimos llegar a nuestro servidor. Compruebe su conexión e inténtelo de nuevo; lo que ha hecho se conserva.',
  errorSessionTitle: 'Su sesión ha terminado',
  errorSessionText:
    'Termina tras un tiempo sin actividad, para proteger sus datos. Vuelva al lugar de donde vino y ábrala otra vez: seguirá donde lo dejó.',
  errorLinkTitle: 'Este enlace ya se usó',
  errorLinkText: 'Un enlace funciona una vez y por tiempo limitado. Pida otro donde obtuvo este.',
  errorVersionTitle: 'Vuelva a cargar la página',
  errorVersionText: 'La página de la que viene usa una versión anterior. Cárguela de nuevo e inténtelo.',
  errorConfigTitle: 'Esta verificación no se puede abrir',
  errorConfigText: 'Falta algo en la forma en que se abrió. Dígaselo a quienes le enviaron aquí.',
  errorInactiveTitle: 'Esta verificación no está disponible',
  errorInactiveText: 'Quienes la gestionan la desactivaron. Pregúnteles qué hacer.',
  errorBusyTitle: 'Demasiados intentos',
  errorBusyText: 'Espere un momento e inténtelo de nuevo.',
  errorOpenTitle: 'Ábrala desde donde empezó',
  errorOpenText:
    'Esta verificación ya ha comenzado. Vuelva a donde la empezó y ábrala desde allí: seguirá donde lo dejó.',
  details: 'Detalles para soporte',
  leftTitle: 'Ha salido de la verificación',
  leftText: 'No se pierde nada. Puede seguir ahora o volver más tarde.',
  leftContinue: 'Seguir',
} satisfies Translated<typeof en>;
