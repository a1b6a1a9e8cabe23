/** Remembers what an inquiry gave, as keyed hashes, and tells how often the same was given in other inquiries. */
import {tracesOfFields, tracesOfVisit, velocityOf} from '../domain/identity-trace.ts';
import type {Meeting, Trace, Velocity, VelocityKind} from '../domain/identity-trace.ts';
import {listDocumentMeetings} from '../storage/document-number.ts';
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

/**
 * How often what this inquiry gave was given in others of its environment, of each kind that is asked for. Of a kind it says nothing of
 * nothing was met; where it gave several (two browsers), they count together.
 */
export async function readVelocity(
  w: Write,
  inquiry: Inquiry,
  kinds: readonly VelocityKind[],
): Promise<Partial<Record<VelocityKind, Velocity>>> {
  const traces = kinds.length > 0 ? await tracesOf(w, inquiry) : [];
  const told: Partial<Record<VelocityKind, Velocity>> = {};
  for (const kind of kinds) {
    const rows = [];
    if (kind === 'document-number')
      rows.push(...(await listDocumentMeetings(w.tx, {envId: w.envId, inquiryId: inquiry.id})));
    for (const trace of traces) if (trace.kind === kind) rows.push(...(await meetingsOf(w, inquiry, trace)));
    told[kind] = velocityOf(newestOfEach(rows), {accountId: inquiry.account_id}, w.now);
  }
  return told;
}

type Met = Pick<Row<'identity_trace'>, 'inquiry_id' | 'account_id' | 'created_at'>;

/** An inquiry that gave two of the same counts once. */
function newestOfEach(rows: readonly Met[]): Meeting[] {
  const oldestFirst = rows.toSorted((a, b) => a.created_at.getTime() - b.created_at.getTime());
  return [...new Map(oldestFirst.map((row) => [row.inquiry_id, meetingOf(row)])).values()];
}

/** The same of one value. */
export async function velocityOfTrace(
  w: Write,
  inquiry: Pick<Inquiry, 'id' | 'account_id'>,
  trace: Trace,
): Promise<Velocity> {
  const rows = await meetingsOf(w, inquiry, trace);
  return velocityOf(rows.map(meetingOf), {accountId: inquiry.account_id}, w.now);
}

function meetingsOf(w: Write, inquiry: Pick<Inquiry, 'id'>, trace: Trace) {
  const hash = traceHash(w.ctx.keyring, w.envId, trace);
  return listTraceMeetings(w.tx, {envId: w.envId, kind: trace.kind, hash, exceptInquiryId: inquiry.id});
}

function meetingOf({created_at: at, account_id: accountId}: Met): Meeting {
  return {at, accountId};
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
