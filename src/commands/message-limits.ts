/** Counts messages by keyed hashes of whom they go to and who asks for them; the rules are `domain/send-limits.ts`. */
import {recipientKey} from '../domain/message.ts';
import {longestWindowMs, nextAllowedAt} from '../domain/send-limits.ts';
import type {SendScope} from '../domain/send-limits.ts';
import type {Channel} from '../protocol/contact.ts';
import {newId} from '../protocol/ids.ts';
import {findSession} from '../storage/inquiry-session.ts';
import {countMessage, lockMessageMoments} from '../storage/message-count.ts';
import {canonicalAddress, networkOf} from './list-hashes.ts';
import type {Write} from './write.ts';

export interface Recipient {
  channel: Channel;
  to: string;
  /** The inquiry, or the verification that belongs to none. */
  subjectId: string;
}

/** When one more may go there; undefined = now. Its keys are held until the transaction ends. */
export async function waitForMessage(w: Write, recipient: Recipient): Promise<Date | undefined> {
  const since = new Date(w.now.getTime() - longestWindowMs);
  let until: Date | undefined;
  for (const {scope, hash} of await keysOf(w, recipient)) {
    const next = nextAllowedAt(scope, await lockMessageMoments(w.tx, w.envId, hash, since), w.now);
    if (next && (!until || next > until)) until = next;
  }
  return until;
}

export async function recordMessage(w: Write, recipient: Recipient): Promise<void> {
  const rows = (await keysOf(w, recipient)).map(({hash}) => ({
    env_id: w.envId,
    id: newId('message-count', w.now.getTime()),
    key_hash: hash,
    sent_at: w.now,
  }));
  await countMessage(w.tx, rows);
}

/** In the order of their hashes: whoever holds several took them in the same order, so nobody waits in a circle. */
async function keysOf(w: Write, {channel, to, subjectId}: Recipient): Promise<{scope: SendScope; hash: Buffer}[]> {
  const address = await addressOf(w);
  const keys: {scope: SendScope; key: string}[] = [
    {scope: 'recipient', key: `${channel} ${recipientKey(channel, to)}`},
    {scope: 'subject', key: subjectId},
    ...(address === undefined ? [] : [{scope: 'address' as const, key: address}]),
  ];
  return keys
    .map(({scope, key}) => ({scope, hash: w.ctx.keyring.mac('message-count', JSON.stringify([w.envId, scope, key]))}))
    .toSorted((a, b) => a.hash.compare(b.hash));
}

/** Where the person's device is; a household has one IPv6 network, and many addresses in it. A server with an API key has none. */
async function addressOf(w: Write): Promise<string | undefined> {
  if (w.actor.type !== 'session') return undefined;
  const session = await findSession(w.tx, w.envId, w.actor.id);
  if (!session?.ip_address) return undefined;
  const address = canonicalAddress(session.ip_address);
  return address.includes(':') ? (networkOf(address) ?? address) : address;
}
