import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Imágenes de su rostro. Se mide: se obtienen números que lo distinguen de otros.',
  phone: 'Su número de teléfono y el código que recibe en él.',
  email: 'Su correo electrónico y el código que recibe en él.',
  answers: 'Lo que introduzca o añada en las páginas siguientes.',
  records: 'Lo que dicen de usted los registros que consultamos.',
  whyFace: 'Para comprobar que de verdad es usted, ahora.',
  whyGiven: 'Para comprobar que lo que indica es correcto y es suyo.',
  startText: '{requester} le pide que confirme algunos datos. Lleva unos dos minutos.',
  startPrivate: 'Sus datos se envían cifrados y solo se usan para esta comprobación',
  papers: 'Una carta, factura u otro papel y los datos que figuran en él.',
} satisfies Translated<typeof en>;
