/** The checks of a number or address, with what lists, accounts and earlier inquiries say of it. Within the transaction that keeps them. */
import {flatAccountFields} from '../domain/account.ts';
import {tracesOfFields} from '../domain/identity-trace.ts';
import {emailKeys, keysOf} from '../domain/list-item.ts';
import type {TypedFields} from '../domain/template.ts';
import type {MailHosts} from '../outbound/mail-hosts.ts';
import type {Check} from '../protocol/check.ts';
import type {ContactKind, EmailAddressConfig, PhoneNumberConfig} from '../protocol/contact.ts';
import type {ContactStep} from '../protocol/template.ts';
import {findAccount} from '../storage/account.ts';
import {hasActiveLists} from '../storage/list.ts';
import {contactResult} from '../storage/resources/contact.ts';
import type {Standing} from '../storage/standing.ts';
import type {VerificationRow} from '../storage/verification.ts';
import type {ContactFacts} from '../verification/contact/contact-rule.ts';
import {runRules} from '../verification/document/run-checks.ts';
import {emailAddressChecks} from '../verification/email-address/checks/registry.ts';
import {readEmailAddress} from '../verification/email-address/read-email-address.ts';
import {phoneNumberChecks} from '../verification/phone-number/checks/registry.ts';
import {readPhoneNumber} from '../verification/phone-number/read-phone-number.ts';
import {findListMatches} from './compare-lists.ts';
import {velocityOfTrace} from './trace-identity.ts';
import type {Write} from './write.ts';

export type ContactRow = VerificationRow & {kind: ContactKind};

interface Judged {
  checks: Check[];
  countryCode?: string | undefined;
}

/** Runs the checks of the verification's kind over everything that is known by now. */
export async function judgeContact(
  w: Write,
  row: ContactRow,
  {at, mailHosts}: {at: Standing | undefined; mailHosts: MailHosts},
): Promise<Judged> {
  const value = contactResult(row).value ?? '';
  const step = at && stepOf(at, row);
  const facts = {...(await factsOf(w, row, {at, step, value})), value};
  const config = configOf(row, step);
  if (row.kind === 'phone-number') {
    const number = readPhoneNumber(value);
    return {checks: runRules(phoneNumberChecks, {...facts, number, config}), countryCode: number?.country};
  }
  return {checks: runRules(emailAddressChecks, {...facts, address: readEmailAddress(value), mailHosts, config})};
}

/** What a backend asked, else what the step says it was made in. */
export function configOf(
  {asked}: Pick<VerificationRow, 'asked'>,
  step?: ContactStep,
): PhoneNumberConfig & EmailAddressConfig {
  // checked by the template's schema before it was stored
  return (asked as PhoneNumberConfig | null) ?? step?.config ?? {};
}

/** The step it was made in. */
export function stepOf({graph}: Pick<Standing, 'graph'>, row: ContactRow): ContactStep | undefined {
  const step = row.step === null ? undefined : graph.steps[row.step];
  return step?.kind === 'phone-number' || step?.kind === 'email-address' ? step : undefined;
}

async function factsOf(
  w: Write,
  row: ContactRow,
  {at, step, value}: {at: Standing | undefined; step: ContactStep | undefined; value: string},
): Promise<Omit<ContactFacts, 'config'>> {
  const account = row.account_id === null ? undefined : await findAccount(w.tx, w.envId, row.account_id);
  const {confirmedAt, unsent} = contactResult(row);
  return {
    confirmation: confirmedAt !== undefined ? 'confirmed' : unsent ? 'no_sender' : 'not_confirmed',
    expected: {
      hasInquiry: at !== undefined,
      hasAccount: account !== undefined,
      inquiry: at && spelled(row.kind, at.row.fields[step?.config.field ?? row.kind]?.value),
      account: account && spelled(row.kind, flatAccountFields(account.fields)[row.kind]?.value),
    },
    lists: (await hasActiveLists(w.tx, w.envId)) ? await listsOf(w, row, value) : undefined,
    repeats: await repeatsOf(w, row, value),
  };
}

function listsOf(w: Write, row: ContactRow, value: string): Promise<ContactFacts['lists']> {
  const keys =
    row.kind === 'phone-number'
      ? [{kind: row.kind, key: keysOf('phone-number', {value}).exact}]
      : emailKeys(value).map((key) => ({kind: row.kind, key}));
  return findListMatches(w, row.inquiry_id ?? row.id, {keys, names: [], places: []});
}

async function repeatsOf(w: Write, row: ContactRow, value: string): Promise<ContactFacts['repeats']> {
  const [trace] = tracesOfFields(asField(row.kind, value));
  if (!trace) return undefined;
  const own = {id: row.inquiry_id ?? row.id, account_id: row.account_id};
  const {accounts, inquiries} = await velocityOfTrace(w, own, trace);
  return {accounts: accounts.ever, inquiries: inquiries.ever};
}

/** In the one spelling that is compared; as it is where it is neither number nor address. */
function spelled(kind: ContactKind, value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return (kind === 'phone-number' ? readPhoneNumber(value)?.e164 : readEmailAddress(value)?.value) ?? value;
}

/** As the inquiry's field of that name holds it. */
export function asField(kind: ContactKind, value: string): TypedFields {
  return {[kind]: {type: 'string', value}};
}
