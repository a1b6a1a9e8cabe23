/**
 * The audit log as a chain. Requirements
 * 1. Entries are numbered from 1 without gaps; the head, kept apart, says the last number and hash.
 * 2. An entry's hash covers all it says and the hash before, so changing, adding, taking out or reordering entries breaks what follows.
 * 3. Hashes need a key that is not in the database: whoever can write rows alone cannot write a chain that holds.
 * 4. What 1 to 3 cannot tell is a database that was put back whole to an older state; a head noted elsewhere tells that.
 */

/** What an entry says. */
export interface AuditEntry {
  number: number;
  id: string;
  actorType: string;
  actorId: string;
  action: string;
  objectType: string;
  objectId: string;
  method: string | null;
  path: string | null;
  ipAddress: string | null;
  userAgent: string | null;
  requestId: string;
  createdAt: Date;
}

export interface LinkedEntry extends AuditEntry {
  previousHash: Buffer;
  hash: Buffer;
}

/** Hash of a text under the environment's key. */
export type Mac = (text: string) => Buffer;

/** Before the first entry. */
export const chainStart = Buffer.alloc(32);

export function linkHash(mac: Mac, entry: AuditEntry, previousHash: Buffer): Buffer {
  const {createdAt, ...rest} = entry;
  const said = [
    rest.number,
    rest.id,
    rest.actorType,
    rest.actorId,
    rest.action,
    rest.objectType,
    rest.objectId,
    rest.method,
    rest.path,
    rest.ipAddress,
    rest.userAgent,
    rest.requestId,
    createdAt.toISOString(),
  ];
  return mac(JSON.stringify([previousHash.toString('hex'), ...said]));
}

/** Where a chain stands so far. */
export interface ChainEnd {
  number: number;
  hash: Buffer;
}

export type BreakReason = 'missing' | 'unlinked' | 'changed' | 'head';

export interface ChainBreak {
  /** Of the first entry that does not hold. */
  number: number;
  reason: BreakReason;
}

/** The end after this entry, or what is wrong with it. */
export function follow(mac: Mac, end: ChainEnd, entry: LinkedEntry): ChainEnd | ChainBreak {
  const number = end.number + 1;
  if (entry.number !== number) return {number, reason: 'missing'};
  if (!entry.previousHash.equals(end.hash)) return {number, reason: 'unlinked'};
  if (!entry.hash.equals(linkHash(mac, entry, end.hash))) return {number, reason: 'changed'};
  return {number, hash: entry.hash};
}
