/** Checks that a number and an address have in common; `prefix` begins their names. */
import {failed, notApplicable, passed, type CheckOutcome} from '../check-outcome.ts';
import type {ContactFacts, ContactRule} from './contact-rule.ts';

type Prefix = 'phone_number' | 'email_address';

/** Whether the person could read what was sent there. */
export function confirmationCode(prefix: Prefix): ContactRule<ContactFacts> {
  return {
    name: `${prefix}_confirmation_code_comparison`,
    requirement: 'required',
    reasons: ['code_not_confirmed', 'provider_not_configured'],
    run: ({confirmation}) => {
      if (confirmation === 'confirmed') return passed();
      return confirmation === 'no_sender' ? notApplicable('provider_not_configured') : failed('code_not_confirmed');
    },
  };
}

/** A code that came back reached somebody; without one only a vendor knows. */
export function reachability(prefix: Prefix): ContactRule<ContactFacts> {
  return {
    name: `${prefix}_reachability_detection`,
    requirement: 'not_required',
    reasons: ['provider_not_configured'],
    run: ({confirmation}) => (confirmation === 'confirmed' ? passed() : notApplicable('provider_not_configured')),
  };
}

export function inquiryComparison(prefix: Prefix): ContactRule<ContactFacts & {value: string}> {
  return {
    name: `${prefix}_inquiry_comparison`,
    requirement: 'not_required',
    reasons: ['value_mismatch', 'no_inquiry', 'no_inquiry_fields'],
    run: ({expected, value}) =>
      expected.hasInquiry ? compare(value, expected.inquiry, 'no_inquiry_fields') : notApplicable('no_inquiry'),
  };
}

export function accountComparison(prefix: Prefix): ContactRule<ContactFacts & {value: string}> {
  return {
    name: `${prefix}_account_comparison`,
    requirement: 'not_required',
    reasons: ['value_mismatch', 'no_account', 'no_account_fields'],
    run: ({expected, value}) =>
      expected.hasAccount ? compare(value, expected.account, 'no_account_fields') : notApplicable('no_account'),
  };
}

function compare(value: string, expected: string | undefined, nothing: string): CheckOutcome {
  if (expected === undefined) return notApplicable(nothing);
  return expected === value ? passed() : failed('value_mismatch');
}

export function listMatch(prefix: Prefix): ContactRule<ContactFacts> {
  return {
    name: `${prefix}_list_match_detection`,
    requirement: 'not_required',
    /** Items that may match. */
    threshold: 0,
    unit: 'count',
    reasons: ['on_a_list', 'no_lists'],
    run: ({lists}, threshold) => {
      if (!lists) return notApplicable('no_lists');
      const detail = {
        'list-ids': [...new Set(lists.map(({listId}) => listId))],
        'list-item-ids': lists.map(({itemId}) => itemId),
      };
      const more = {value: lists.length, ...(lists.length > 0 && {detail})};
      return lists.length <= threshold ? passed(more) : failed('on_a_list', more);
    },
  };
}

export function repeat(prefix: Prefix): ContactRule<ContactFacts> {
  return {
    name: `${prefix}_repeat_detection`,
    requirement: 'not_required',
    /** Other accounts that may have given the same. */
    threshold: 0,
    unit: 'count',
    reasons: ['in_another_account', 'not_compared'],
    run: ({repeats}, threshold) => {
      if (!repeats) return notApplicable('not_compared');
      const more = {value: repeats.accounts, detail: {inquiries: repeats.inquiries}};
      return repeats.accounts <= threshold ? passed(more) : failed('in_another_account', more);
    },
  };
}
