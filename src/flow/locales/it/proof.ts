import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Mostra dove vivi',
  text: 'Ci serve un documento con il tuo nome e il tuo indirizzo.',
  accepted: 'Cosa puoi usare',
  type_utility_bill: 'Bolletta di luce, gas o acqua',
  type_phone_bill: 'Bolletta di telefono o internet',
  type_bank_statement: 'Estratto conto',
  type_tax_document: 'Avviso fiscale',
  type_insurance_document: 'Documento assicurativo',
  type_rental_agreement: 'Contratto di affitto',
  type_pay_slip: 'Busta paga',
  type_residence_certificate: 'Certificato di residenza',
  type_other: 'Un’altra lettera ufficiale',
  recent: {
    one: 'Non più vecchio di {count} giorno',
    many: 'Non più vecchio di {count} giorni',
    other: 'Non più vecchio di {count} giorni',
  },
  whole: 'Si leggono nome, indirizzo e data',
  file: 'Scegli un file',
  photo: 'Scatta una foto',
  pagesTitle: 'È tutto?',
  pagesText: 'Se nome, indirizzo o data sono su un’altra pagina, aggiungila.',
  page: 'Pagina {number}',
  addPage: 'Aggiungi una pagina',
  remove: 'Rimuovi',
  removeOne: 'Rimuovi la pagina {number}',
  send: 'Invia',
} satisfies Translated<typeof en>;
