/** Remembers what an inquiry gave, as keyed hashes, and tells how often the same was given in other inquiries. */
import {tracesOfFields, tracesOfVisit, velocityOf} from '../domain/identity-trace.ts';
import type {Trace, TraceKind, Velocity} from '../domain/identity-trace.ts';
import {insertTraces, listTraceMeetings} from '../storage/identity-trace.ts';
import {listSessions} from '../storage/inquiry-session.ts';
import type {Keyring} from '../storage/keyring.ts';
import type {Row} from '../storage/schema.ts';
import {networkOf} from './list-hashes.ts';
import type {Write} from './write.ts';

type Inquiry = Pick<Row<'inquiry'>, 'id' | 'account_id' | 'fields'>;

/** The environment and the kind stand in every hash, so hashes of two of them never meet. */
export function traceHash(keyring: Pick<Keyring, 'mac'>, envId: string, {kind, key}: Trace): Buffer {
  return keyring.mac('identity-trace', JSON.stringify([envId, kind, key]));
}

/** Remembers everything the inquiry's fields and sessions say now; what was remembered before stays. */
export async function traceIdentity(w: Write, inquiry: Inquiry): Promise<void> {
  const traces = await tracesOf(w, inquiry);
  await insertTraces(
    w.tx,
    w.envId,
    traces.map((trace) => ({
      kind: trace.kind,
      hash: traceHash(w.ctx.keyring, w.envId, trace),
      inquiry_id: inquiry.id,
      account_id: inquiry.account_id,
      created_at: w.now,
    })),
  );
}

/** How often each value of this inquiry was met in others of its environment; a kind that the inquiry says nothing of is absent. */
export async function readVelocity(w: Write, inquiry: Inquiry): Promise<Partial<Record<TraceKind, Velocity>>> {
  const told: Partial<Record<TraceKind, Velocity>> = {};
  for (const trace of await tracesOf(w, inquiry)) told[trace.kind] = await velocityOfTrace(w, inquiry, trace);
  return told;
}

/** The same of one value. */
export async function velocityOfTrace(
  w: Write,
  inquiry: Pick<Inquiry, 'id' | 'account_id'>,
  trace: Trace,
): Promise<Velocity> {
  const hash = traceHash(w.ctx.keyring, w.envId, trace);
  const rows = await listTraceMeetings(w.tx, {envId: w.envId, kind: trace.kind, hash, exceptInquiryId: inquiry.id});
  const meetings = rows.map(({created_at: at, account_id: accountId}) => ({at, accountId}));
  return velocityOf(meetings, {accountId: inquiry.account_id}, w.now);
}

async function tracesOf(w: Write, inquiry: Inquiry): Promise<Trace[]> {
  const {items: sessions} = await listSessions(w.tx, w.envId, {inquiryId: inquiry.id}, {size: 100});
  const visits = sessions.flatMap(({ip_address: address, device}) => {
    const fingerprint = device['browser-fingerprint'];
    return tracesOfVisit({
      fingerprint: typeof fingerprint === 'string' ? fingerprint : undefined,
      network: address === null ? undefined : networkOf(address),
    });
  });
  const unique = new Map([...tracesOfFields(inquiry.fields), ...visits].map((one) => [`${one.kind} ${one.key}`, one]));
  return [...unique.values()];
}
