/**
 * What the conditions of a template can ask: one object, read from the rows of an inquiry at the moment its way is decided.
 * A path that leads nowhere is `null`.
 */
import type {Check} from '../protocol/check.ts';
import type {Velocity} from './identity-trace.ts';
import type {TypedFields} from './template.ts';

export interface Facts {
  /** Values by key. */
  fields: Record<string, unknown>;
  /** By step, the status of each check of its last attempt. */
  checks: Record<string, Record<string, Check['status']>>;
  /** By step, its last attempt. */
  verifications: Record<string, {status: string; kind: string; attempts: number; country: string | null}>;
  /** Of the last document that said one; else the one that was chosen or typed. ISO 3166-1 alpha-2. */
  country: string | null;
  /** Whole years since `fields.birthdate`. */
  age: number | null;
  inquiry: {tags: readonly string[]; language: string | null; creator: string};
  /** Null while the inquiry belongs to none. */
  account: {status: string; tags: readonly string[]; days: number; approved: number; declined: number} | null;
  /** What the newest session told of its device and connection. */
  session: Record<string, unknown>;
  /** By kind, how often the same was given elsewhere; of the kinds that the template asks for. */
  velocity: Readonly<Record<string, Velocity>>;
}

export interface FactSources {
  fields: TypedFields;
  /** Oldest first. */
  verifications: readonly {
    step: string | null;
    kind: string;
    status: string;
    attempt: number;
    countryCode: string | null;
    checks: readonly Check[];
  }[];
  inquiry: Facts['inquiry'];
  account: {status: string; tags: readonly string[]; createdAt: Date; approved: number; declined: number} | undefined;
  session: Record<string, unknown>;
  velocity?: Facts['velocity'];
}

export function factsOf(sources: FactSources, now: Date): Facts {
  const {account} = sources;
  const fields = Object.fromEntries(Object.entries(sources.fields).map(([key, {value}]) => [key, value]));
  const last = lastAttempts(sources.verifications);
  return {
    fields,
    checks: Object.fromEntries(
      last.map(({step, checks}) => [step, Object.fromEntries(checks.map(({name, status}) => [name, status]))]),
    ),
    verifications: Object.fromEntries(
      last.map(({step, status, kind, attempt, countryCode}) => [
        step,
        {status, kind, attempts: attempt, country: countryCode},
      ]),
    ),
    ...ofThePerson(fields, last, now),
    inquiry: sources.inquiry,
    account: account
      ? {
          status: account.status,
          tags: account.tags,
          days: Math.floor((now.getTime() - account.createdAt.getTime()) / dayMs),
          approved: account.approved,
          declined: account.declined,
        }
      : null,
    session: sources.session,
    velocity: sources.velocity ?? {},
  };
}

const dayMs = 24 * 3600 * 1000;

/** What changes with the fields: also after an action wrote some. */
export function withFields(facts: Facts, fields: Record<string, unknown>, now: Date): Facts {
  const last = Object.values(facts.verifications).map(({country}) => ({countryCode: country}));
  return {...facts, fields, ...ofThePerson(fields, last, now)};
}

function ofThePerson(
  fields: Record<string, unknown>,
  last: readonly {countryCode: string | null}[],
  now: Date,
): Pick<Facts, 'country' | 'age'> {
  const read = last.findLast(({countryCode}) => countryCode !== null)?.countryCode;
  const said = [fields['selected-country-code'], fields['address-country-code']];
  return {
    country: read ?? said.find((value): value is string => typeof value === 'string' && value !== '') ?? null,
    age: ageOf(fields['birthdate'], now),
  };
}

function ageOf(birthdate: unknown, now: Date): number | null {
  const parts = typeof birthdate === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(birthdate) : null;
  if (!parts) return null;
  const years = now.getUTCFullYear() - Number(parts[1]);
  const before = now.toISOString().slice(5, 10) < `${parts[2]}-${parts[3]}`;
  return years - (before ? 1 : 0);
}

type Attempt = FactSources['verifications'][number] & {step: string};

function lastAttempts(verifications: FactSources['verifications']): Attempt[] {
  const byStep = new Map<string, Attempt>();
  for (const one of verifications) {
    const {step} = one;
    if (step === null) continue;
    const known = byStep.get(step);
    byStep.delete(step);
    byStep.set(step, known && known.attempt > one.attempt ? known : {...one, step});
  }
  return [...byStep.values()];
}
