import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Muestre dónde vive',
  text: 'Necesitamos un documento que muestre su nombre y su dirección.',
  accepted: 'Qué puede usar',
  type_utility_bill: 'Factura de luz, gas o agua',
  type_phone_bill: 'Factura de teléfono o internet',
  type_bank_statement: 'Extracto bancario',
  type_tax_document: 'Notificación de impuestos',
  type_insurance_document: 'Documento de seguro',
  type_rental_agreement: 'Contrato de alquiler',
  type_pay_slip: 'Nómina',
  type_residence_certificate: 'Certificado de residencia',
  type_other: 'Otra carta oficial',
  recent: {
    one: 'De hace como máximo {count} día',
    many: 'De hace como máximo {count} días',
    other: 'De hace como máximo {count} días',
  },
  whole: 'Se leen su nombre, su dirección y la fecha',
  file: 'Elegir un archivo',
  photo: 'Hacer una foto',
  pagesTitle: '¿Es eso todo?',
  pagesText: 'Si su nombre, su dirección o la fecha están en otra página, añádala.',
  page: 'Página {number}',
  addPage: 'Añadir otra página',
  remove: 'Quitar',
  removeOne: 'Quitar la página {number}',
  send: 'Enviar',
} satisfies Translated<typeof en>;
