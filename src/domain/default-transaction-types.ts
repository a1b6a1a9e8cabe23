/** The kinds of transactions a new environment starts with. */
import type {TransactionTypeDefinition} from '../protocol/transaction-type.ts';
import {ownStatuses} from './transaction.ts';

export interface DefaultTransactionType {
  name: string;
  definition: TransactionTypeDefinition;
}

export const defaultTransactionTypes: readonly DefaultTransactionType[] = [
  {
    name: 'Identity document',
    definition: {
      fields: {
        id_front_photo: {type: 'file', label: 'Front of the document'},
        id_back_photo: {type: 'file', label: 'Back of the document'},
        id_class: {
          type: 'choices',
          label: 'Class of the document',
          choices: ['pp', 'dl', 'id', 'pr', 'visa', 'other'],
        },
        selfie_photo: {type: 'file', label: 'Selfie'},
        address_proof: {type: 'file', label: 'Proof of address'},
        name_first: {type: 'string', label: 'First name'},
        name_last: {type: 'string', label: 'Last name'},
        birthdate: {type: 'date', label: 'Date of birth'},
        address_street_1: {type: 'string', label: 'Street'},
        address_city: {type: 'string', label: 'City'},
        address_subdivision: {type: 'string', label: 'Subdivision'},
        address_postal_code: {type: 'string', label: 'Postal code'},
        address_country_code: {type: 'string', label: 'Country'},
      },
      statuses: [...ownStatuses],
      verifications: [
        {
          name: 'document',
          kind: 'government-id',
          from: {
            front: 'id_front_photo',
            back: 'id_back_photo',
            'id-class': 'id_class',
            country: 'address_country_code',
          },
          config: {},
        },
        {name: 'selfie', kind: 'selfie', from: {center: 'selfie_photo'}, config: {liveness: 'not_required'}},
        {name: 'address', kind: 'document', from: {page: 'address_proof'}, config: {}},
      ],
      decision: {failedCheck: 'declined'},
    },
  },
];
