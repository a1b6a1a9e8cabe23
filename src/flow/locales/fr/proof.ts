import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Montrez où vous vivez',
  text: 'Il nous faut un document qui indique votre nom et votre adresse.',
  accepted: 'Ce que vous pouvez utiliser',
  type_utility_bill: 'Facture d’électricité, de gaz ou d’eau',
  type_phone_bill: 'Facture de téléphone ou d’internet',
  type_bank_statement: 'Relevé bancaire',
  type_tax_document: 'Avis d’imposition',
  type_insurance_document: 'Document d’assurance',
  type_rental_agreement: 'Contrat de location',
  type_pay_slip: 'Bulletin de salaire',
  type_residence_certificate: 'Certificat de résidence',
  type_other: 'Un autre courrier officiel',
  recent: {
    one: 'Pas plus ancien que {count} jour',
    many: 'Pas plus ancien que {count} jours',
    other: 'Pas plus ancien que {count} jours',
  },
  whole: 'Votre nom, votre adresse et la date sont lisibles',
  file: 'Choisir un fichier',
  photo: 'Prendre une photo',
  pagesTitle: 'Est-ce que c’est tout ?',
  pagesText: 'Si votre nom, votre adresse ou la date sont sur une autre page, ajoutez-la.',
  page: 'Page {number}',
  addPage: 'Ajouter une page',
  remove: 'Retirer',
  removeOne: 'Retirer la page {number}',
  send: 'Envoyer',
} satisfies Translated<typeof en>;
