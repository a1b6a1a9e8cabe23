import type {DatabaseVerificationResource} from '../../protocol/verification.ts';
import type {PersonRecord, RecordColumn} from '../../protocol/database.ts';
import type {Row} from '../schema.ts';
import {kebabDeep, templateRelationships} from './government-id.ts';
import type {GovernmentIdRelated} from './government-id.ts';
import {epochSeconds, isoTime} from './time.ts';

/** A database verification as the API and its events show it: what was looked up. `row.result` is a `PersonRecord`. */
export function presentDatabaseVerification(
  row: Row<'verification'>,
  related: GovernmentIdRelated = {},
): DatabaseVerificationResource {
  const given = row.result as PersonRecord;
  const text = (column: RecordColumn): string | null => given[column] ?? null;
  return {
    type: 'verification/database',
    id: row.id,
    attributes: {
      status: row.status,
      'created-at': isoTime(row.created_at),
      'created-at-ts': epochSeconds(row.created_at),
      'submitted-at': isoTime(row.submitted_at),
      'submitted-at-ts': epochSeconds(row.submitted_at),
      'completed-at': isoTime(row.completed_at),
      'completed-at-ts': epochSeconds(row.completed_at),
      'redacted-at': isoTime(row.redacted_at),
      'country-code': row.country_code ?? text('address-country-code'),
      tags: [],
      checks: row.checks.map((check) => ({...check, metadata: kebabDeep(check.metadata)})),
      'name-first': text('name-first'),
      'name-middle': text('name-middle'),
      'name-last': text('name-last'),
      birthdate: text('birthdate'),
      'address-street-1': text('address-street-1'),
      'address-street-2': text('address-street-2'),
      'address-city': text('address-city'),
      'address-subdivision': text('address-subdivision'),
      'address-postal-code': text('address-postal-code'),
      'identification-number': text('identification-number'),
      'document-number': text('document-number'),
      'phone-number': text('phone-number'),
      'email-address': text('email-address'),
    },
    relationships: {
      inquiry: {data: row.inquiry_id === null ? null : {type: 'inquiry', id: row.inquiry_id}},
      template: {data: null},
      ...templateRelationships({...related, templateVersionId: related.templateVersionId ?? row.template_version_id}),
      transaction: {data: null},
      accounts: {data: row.account_id === null ? [] : [{type: 'account', id: row.account_id}]},
    },
  };
}
