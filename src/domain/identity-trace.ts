/**
 * What of a person may be met again in another inquiry, and how often it was. A value becomes one text that is equal exactly when the
 * values are; only its keyed hash is kept (`commands/trace-identity.ts`). Document numbers and faces have tables of their own.
 */
import type {TypedFields} from './template.ts';

/** `device` is the browser's fingerprint, `network` the address range its request came from. */
export const traceKinds = [
  'phone-number',
  'email-address',
  'identification-number',
  'person',
  'address',
  'device',
  'network',
] as const;
export type TraceKind = (typeof traceKinds)[number];

export interface Trace {
  kind: TraceKind;
  /** Equal for equal values; never stored as it is. */
  key: string;
}

/** Everything in an inquiry's fields that may be met again. A person is named by both names and the date of birth, never by less. */
export function tracesOfFields(fields: TypedFields): Trace[] {
  const text = (name: string): string => {
    const value = fields[name]?.value;
    return typeof value === 'string' ? value : '';
  };
  return [
    trace('phone-number', phoneKey(text('phone-number'))),
    trace('email-address', mailboxKey(text('email-address'))),
    trace(
      'identification-number',
      text('identification-number')
        .toUpperCase()
        .replace(/[^\p{L}\p{N}]/gu, ''),
    ),
    trace('person', whole([fold(text('name-first')), fold(text('name-last')), text('birthdate')])),
    trace('address', addressKey(text)),
  ].flat();
}

/** Of a visit: which browser, from which network. */
export function tracesOfVisit(visit: {fingerprint?: string | undefined; network?: string | undefined}): Trace[] {
  return [trace('device', visit.fingerprint ?? ''), trace('network', visit.network ?? '')].flat();
}

function trace(kind: TraceKind, key: string): Trace[] {
  return key === '' ? [] : [{kind, key}];
}

/** Digits of a number in its international form; a local one is nobody's in particular. */
function phoneKey(number: string): string {
  const digits = number.replace(/\D/g, '').replace(/^00/, '');
  return digits.length >= 7 ? digits : '';
}

/** Providers that let one mailbox write itself in many ways: dots that do not count, as Gmail documents it. */
const dotless = new Set(['gmail.com', 'googlemail.com']);

/** The mailbox behind an address: what stands behind a plus is the reader's own note (RFC 5233). */
export function mailboxKey(address: string): string {
  const [, local = '', domain = ''] = /^(.+)@([^@]+)$/.exec(address.normalize('NFKC').trim().toLowerCase()) ?? [];
  if (domain === '') return '';
  const [box = ''] = local.split('+');
  if (!dotless.has(domain)) return `${box}@${domain}`;
  return `${box.replaceAll('.', '')}@gmail.com`;
}

/** Street with number, postal code and country; without any of them it is a town. */
function addressKey(text: (name: string) => string): string {
  const street = fold(`${text('address-street-1')} ${text('address-street-2')}`);
  return whole([street, fold(text('address-postal-code')), text('address-country-code').toUpperCase()]);
}

function whole(parts: readonly string[]): string {
  return parts.includes('') ? '' : JSON.stringify(parts);
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How often one trace was met in other inquiries of the environment, newest first as far as it was counted. */
export interface Meeting {
  at: Date;
  accountId: string | null;
}

/** Spans back from now, in hours; a month is thirty days. */
const spans = {ever: Infinity, hour: 1, day: 24, month: 30 * 24} as const;
export type Span = keyof typeof spans;
export const spanNames = Object.keys(spans) as Span[];

export const counted = ['inquiries', 'accounts'] as const;

/** How many other inquiries gave the same value, and how many other accounts, by how long ago. */
export type Velocity = Record<(typeof counted)[number], Record<Span, number>>;

/** Kinds of values that are counted. */
export const velocityKinds = [...traceKinds, 'document-number'] as const;
export type VelocityKind = (typeof velocityKinds)[number];

export function velocityOf(meetings: readonly Meeting[], own: {accountId: string | null}, now: Date): Velocity {
  const within = (span: Span) => meetings.filter(({at}) => now.getTime() - at.getTime() <= spans[span] * 3_600_000);
  return {
    inquiries: eachSpan((span) => within(span).length),
    accounts: eachSpan((span) => {
      const accounts = new Set(within(span).flatMap(({accountId}) => accountId ?? []));
      if (own.accountId !== null) accounts.delete(own.accountId);
      return accounts.size;
    }),
  };
}

function eachSpan(count: (span: Span) => number): Record<Span, number> {
  return {ever: count('ever'), hour: count('hour'), day: count('day'), month: count('month')};
}
