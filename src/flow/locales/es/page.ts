import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Verifique su identidad',
  noscript: 'Esta página necesita JavaScript para usar la cámara. Actívelo o abra la página en otro navegador.',
  refusedTitle: 'No se puede abrir aquí',
  refusedText: 'El sitio que le envió tiene que cambiar un ajuste. No se guardó nada. Vuelva y dígaselo.',
  refusedOwner: 'Para los desarrolladores del sitio',
} satisfies Translated<typeof en>;
