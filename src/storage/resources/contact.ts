import type {ContactResult} from '../../protocol/contact.ts';
import type {EmailAddressVerificationResource, PhoneNumberVerificationResource} from '../../protocol/verification.ts';
import type {Row} from '../schema.ts';
import {kebabDeep} from './government-id.ts';
import type {GovernmentIdRelated} from './government-id.ts';
import {epochSeconds, isoTime} from './time.ts';

/** What `row.result` of a number or address holds; undefined members once redacted. */
export function contactResult(row: Pick<Row<'verification'>, 'result'>): Partial<ContactResult> {
  return row.result;
}

export function presentPhoneNumberVerification(
  row: Row<'verification'>,
  related: GovernmentIdRelated = {},
): PhoneNumberVerificationResource {
  return {
    type: 'verification/phone-number',
    id: row.id,
    attributes: {...attributesOf(row), 'phone-number': contactResult(row).value ?? '', metadata: {}},
    relationships: relationshipsOf(row, related),
  };
}

export function presentEmailAddressVerification(
  row: Row<'verification'>,
  related: GovernmentIdRelated = {},
): EmailAddressVerificationResource {
  return {
    type: 'verification/email-address',
    id: row.id,
    attributes: {...attributesOf(row), 'email-address': contactResult(row).value ?? null},
    relationships: relationshipsOf(row, related),
  };
}

function attributesOf(row: Row<'verification'>) {
  return {
    status: row.status,
    'created-at': isoTime(row.created_at),
    'created-at-ts': epochSeconds(row.created_at),
    'submitted-at': isoTime(row.submitted_at),
    'submitted-at-ts': epochSeconds(row.submitted_at),
    'completed-at': isoTime(row.completed_at),
    'completed-at-ts': epochSeconds(row.completed_at),
    'redacted-at': isoTime(row.redacted_at),
    'country-code': row.country_code,
    tags: [],
    checks: row.checks.map((check) => ({...check, metadata: kebabDeep(check.metadata)})),
  };
}

function relationshipsOf(row: Row<'verification'>, related: GovernmentIdRelated) {
  return {
    inquiry: {data: row.inquiry_id === null ? null : ({type: 'inquiry', id: row.inquiry_id} as const)},
    template: {data: null},
    'inquiry-template': {
      data: related.templateId ? ({type: 'inquiry-template', id: related.templateId} as const) : null,
    },
    'inquiry-template-version': {
      data: row.template_version_id ? ({type: 'inquiry-template-version', id: row.template_version_id} as const) : null,
    },
    transaction: {data: null},
    accounts: {data: row.account_id === null ? [] : [{type: 'account' as const, id: row.account_id}]},
  };
}
