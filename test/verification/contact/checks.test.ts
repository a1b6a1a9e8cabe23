import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ContactFacts} from '../../../src/verification/contact/contact-rule.ts';
import type {EmailReading} from '../../../src/verification/email-address/checks/email-rule.ts';
import {emailAddressChecks} from '../../../src/verification/email-address/checks/registry.ts';
import {readEmailAddress} from '../../../src/verification/email-address/read-email-address.ts';
import type {PhoneReading} from '../../../src/verification/phone-number/checks/phone-rule.ts';
import {phoneNumberChecks} from '../../../src/verification/phone-number/checks/registry.ts';
import {readPhoneNumber} from '../../../src/verification/phone-number/read-phone-number.ts';

const facts: ContactFacts = {
  confirmation: 'confirmed',
  expected: {hasInquiry: true, hasAccount: true},
  lists: [],
  repeats: {accounts: 0, inquiries: 0},
  config: {},
};

function phone(value: string, more: Partial<PhoneReading> = {}): PhoneReading {
  return {...facts, value, number: readPhoneNumber(value), config: {}, ...more};
}

function email(value: string, more: Partial<EmailReading> = {}): EmailReading {
  return {...facts, value, address: readEmailAddress(value), mailHosts: 'found', config: {}, ...more};
}

const mobile = '+4915112345678';
const mail = 'erika@harbour-books.example';

/** Status and reasons of one check; the threshold is the table's own. */
function onPhone(name: string, reading: PhoneReading): string {
  const rule = phoneNumberChecks.find((one) => one.name === `phone_number_${name}`) ?? assert.fail(name);
  const {status, reasons = []} = rule.run(reading, rule.threshold ?? 0);
  return [status, ...reasons].join(' ');
}

function onEmail(name: string, reading: EmailReading): string {
  const rule = emailAddressChecks.find((one) => one.name === `email_address_${name}`) ?? assert.fail(name);
  const {status, reasons = []} = rule.run(reading, rule.threshold ?? 0);
  return [status, ...reasons].join(' ');
}

const items = [{kind: 'phone-number' as const, listId: 'list_1', itemId: 'item_1'}];

test('a number: its plan, its country and its type', () => {
  assert.equal(onPhone('invalid_detection', phone(mobile)), 'passed');
  assert.equal(onPhone('invalid_detection', phone('+49151')), 'failed number_invalid');
  const german = {config: {countries: ['DE']}};
  assert.equal(onPhone('disallowed_country_detection', phone(mobile, german)), 'passed');
  assert.equal(onPhone('disallowed_country_detection', phone('+33612345678', german)), 'failed country_not_accepted');
  assert.equal(onPhone('disallowed_country_detection', phone(mobile)), 'not_applicable no_configuration');
  assert.equal(onPhone('type_detection', phone(mobile)), 'passed');
  assert.equal(onPhone('type_detection', phone('+493012345678')), 'failed type_not_accepted');
  assert.equal(onPhone('type_detection', phone('+49151')), 'not_applicable number_invalid');
});

test('an address: its form, its mail servers, and mailboxes to throw away', () => {
  assert.equal(onEmail('invalid_detection', email(mail)), 'passed');
  assert.equal(onEmail('invalid_detection', email('nowhere')), 'failed address_invalid');
  assert.equal(onEmail('mail_server_detection', email(mail)), 'passed');
  assert.equal(onEmail('mail_server_detection', email(mail, {mailHosts: 'none'})), 'failed no_mail_server');
  assert.equal(onEmail('mail_server_detection', email(mail, {mailHosts: 'null_mx'})), 'failed refuses_mail');
  assert.equal(onEmail('mail_server_detection', email(mail, {mailHosts: 'unknown'})), 'not_applicable lookup_failed');
  assert.equal(onEmail('disposable_detection', email(mail)), 'passed');
  assert.equal(onEmail('disposable_detection', email('x@sub.mailinator.com')), 'failed disposable_domain');
  assert.equal(onEmail('free_provider_detection', email('erika@gmail.com')), 'failed free_provider');
  assert.equal(onEmail('free_provider_detection', email(mail)), 'passed');
});

test('whether it can be reached is known from the code that came back, else only to a vendor', () => {
  for (const [confirmation, code, reach] of [
    ['confirmed', 'passed', 'passed'],
    ['not_confirmed', 'failed code_not_confirmed', 'not_applicable provider_not_configured'],
    ['no_sender', 'not_applicable provider_not_configured', 'not_applicable provider_not_configured'],
  ] as const) {
    assert.equal(onPhone('confirmation_code_comparison', phone(mobile, {confirmation})), code);
    assert.equal(onEmail('confirmation_code_comparison', email(mail, {confirmation})), code);
    assert.equal(onPhone('reachability_detection', phone(mobile, {confirmation})), reach);
    assert.equal(onEmail('reachability_detection', email(mail, {confirmation})), reach);
  }
  assert.equal(onPhone('carrier_risk_detection', phone(mobile)), 'not_applicable provider_not_configured');
  assert.equal(onEmail('reputation_detection', email(mail)), 'not_applicable provider_not_configured');
});

test('what inquiry and account said, lists, and other accounts', () => {
  const said = (inquiry?: string) => ({expected: {hasInquiry: true, hasAccount: false, inquiry}});
  assert.equal(onPhone('inquiry_comparison', phone(mobile, said(mobile))), 'passed');
  assert.equal(onPhone('inquiry_comparison', phone(mobile, said('+33612345678'))), 'failed value_mismatch');
  assert.equal(onPhone('inquiry_comparison', phone(mobile, said())), 'not_applicable no_inquiry_fields');
  assert.equal(onEmail('account_comparison', email(mail, said(mail))), 'not_applicable no_account');
  assert.equal(onEmail('list_match_detection', email(mail)), 'passed');
  assert.equal(onEmail('list_match_detection', email(mail, {lists: items})), 'failed on_a_list');
  assert.equal(onPhone('list_match_detection', phone(mobile, {lists: items})), 'failed on_a_list');
  assert.equal(onPhone('list_match_detection', phone(mobile, {lists: undefined})), 'not_applicable no_lists');
  assert.equal(onPhone('repeat_detection', phone(mobile)), 'passed');
  assert.equal(
    onPhone('repeat_detection', phone(mobile, {repeats: {accounts: 1, inquiries: 3}})),
    'failed in_another_account',
  );
  assert.equal(onEmail('repeat_detection', email(mail, {repeats: undefined})), 'not_applicable not_compared');
});
