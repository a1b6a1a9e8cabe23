import type {AccountTypeResource} from '../../protocol/account.ts';
import {accountRelations} from '../../domain/account.ts';
import type {Row} from '../schema.ts';
import {accountTypeId} from './account.ts';
import {isoTime} from './time.ts';

type FieldSchema = AccountTypeResource['attributes']['field-schemas'][number];

/** The one type an environment has; its fields are those of `domain/account.ts`. */
export function presentAccountType(environment: Pick<Row<'environment'>, 'id' | 'created_at'>): AccountTypeResource {
  return {
    type: 'account-type',
    id: accountTypeId(environment.id),
    attributes: {
      name: 'User',
      'created-at': isoTime(environment.created_at),
      'updated-at': null,
      'field-schemas': [...fieldSchemas],
    },
  };
}

const fieldSchemas: readonly FieldSchema[] = [
  hash('name', ['first', 'middle', 'last']),
  hash('address', ['street_1', 'street_2', 'city', 'subdivision', 'postal_code', 'country_code']),
  field('date', 'birthdate'),
  field('string', 'phone_number'),
  field('string', 'email_address'),
  field('array', 'identification_numbers', {
    'item-schema': hash('identification_number', ['identification_class', 'identification_number', 'issuing_country']),
  }),
  ...Object.entries(accountRelations).map(([key, target]) => field('relation-schema', key, {target})),
];

function hash(key: string, members: readonly string[]): FieldSchema {
  return field('hash', key, {
    'ignore-unknown-keys': false,
    'item-schemas': members.map((member) => field('string', member)),
  });
}

function field(type: string, key: string, config: Record<string, unknown> = {}): FieldSchema {
  return {
    type,
    key,
    label: null,
    config: {required: false, 'archived-at': null, 'deactivated-at': null, ...config},
  };
}
