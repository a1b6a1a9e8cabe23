import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Mostre onde você mora',
  text: 'Precisamos de um documento que mostre seu nome e seu endereço.',
  accepted: 'O que você pode usar',
  type_utility_bill: 'Conta de luz, gás ou água',
  type_phone_bill: 'Conta de telefone ou internet',
  type_bank_statement: 'Extrato bancário',
  type_tax_document: 'Notificação de imposto',
  type_insurance_document: 'Documento de seguro',
  type_rental_agreement: 'Contrato de aluguel',
  type_pay_slip: 'Holerite',
  type_residence_certificate: 'Atestado de residência',
  type_other: 'Outra carta oficial',
  recent: {
    one: 'De no máximo {count} dia atrás',
    many: 'De no máximo {count} dias atrás',
    other: 'De no máximo {count} dias atrás',
  },
  whole: 'Dá para ler seu nome, seu endereço e a data',
  file: 'Escolher um arquivo',
  photo: 'Tirar uma foto',
  pagesTitle: 'É só isso?',
  pagesText: 'Se seu nome, endereço ou a data estiverem em outra página, adicione-a.',
  page: 'Página {number}',
  addPage: 'Adicionar página',
  remove: 'Remover',
  removeOne: 'Remover a página {number}',
  send: 'Enviar',
} satisfies Translated<typeof en>;
