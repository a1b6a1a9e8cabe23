/** Feeds the chain of the audit log, and holds it against its hashes. See `domain/audit-chain.ts`. */
import {chainStart, follow, linkHash} from '../domain/audit-chain.ts';
import type {AuditEntry, ChainBreak, ChainEnd, LinkedEntry, Mac} from '../domain/audit-chain.ts';
import {newId} from '../protocol/ids.ts';
import type {Tx} from '../storage/database.ts';
import type {Keyring} from '../storage/keyring.ts';
import type {Row} from '../storage/schema.ts';
import {findAuditHead, insertUserAudits, listAuditChain, lockAuditHead} from '../storage/user-audit-log.ts';
import type {Context} from './context.ts';

/** Where a request came from and went to. */
export interface Origin {
  method: string;
  path: string;
  ipAddress?: string | undefined;
  userAgent?: string | undefined;
}

/** Of a `Scope` what stands in an entry. */
interface Doer {
  envId: string;
  actor: {type: Row<'audit'>['actor_type']; id: string};
  requestId: string;
  origin?: Origin;
}

/** What one transaction did, in its order. */
export interface AuditedAction {
  action: string;
  objectType: string;
  objectId: string;
  at: Date;
}

/** What a backend does to inquiries is the API log's; what it does to access, receivers, templates and looks is of interest here. */
const managed = /^(api-key|oauth-client|webhook|inquiry-template|inquiry-template-version|theme-set)\./;

/** Whether it belongs here: all that people do, in the dashboard or the shell, and whatever changes who may do what. */
export function isAudited({type, id}: Doer['actor'], action: string): boolean {
  if (type === 'operator' || (type === 'system' && id === 'shell')) return true;
  return (type === 'api-key' || type === 'oauth-client') && managed.test(action);
}

/** Adds to the chain of the environment; of two transactions one waits for the other's end. */
export async function appendUserAudits(
  {tx, scope, keyring}: {tx: Tx; scope: Doer; keyring: Keyring},
  actions: readonly AuditedAction[],
): Promise<void> {
  if (actions.length === 0) return;
  const mac = macOf(keyring, scope.envId);
  let end: ChainEnd = await lockAuditHead(tx, scope.envId, chainStart);
  const rows = actions.map((action) => {
    const entry = entryOf(scope, action, end.number + 1);
    const hash = linkHash(mac, entry, end.hash);
    const row = rowOf(scope.envId, {...entry, previousHash: end.hash, hash});
    end = {number: entry.number, hash};
    return row;
  });
  await insertUserAudits(tx, scope.envId, rows);
}

function entryOf({actor, requestId, origin}: Doer, action: AuditedAction, number: number): AuditEntry {
  return {
    number,
    id: newId('audit', action.at.getTime()),
    actorType: actor.type,
    actorId: actor.id,
    action: action.action,
    objectType: action.objectType,
    objectId: action.objectId,
    method: origin?.method ?? null,
    path: origin?.path ?? null,
    ipAddress: origin?.ipAddress ?? null,
    userAgent: origin?.userAgent?.slice(0, 500) ?? null,
    requestId,
    createdAt: action.at,
  };
}

export interface ChainReport {
  /** How many entries hold. */
  entries: number;
  /** Hash of the last of them, as hex; to be noted elsewhere. */
  head: string;
  broken?: ChainBreak;
}

const readAtOnce = 1000;

/** Reads the chain from its start. @param known a head that was noted earlier, which must still be in it */
export async function verifyUserAudits(
  ctx: Pick<Context, 'database' | 'keyring'>,
  envId: string,
  known?: {number: number; hash: string},
): Promise<ChainReport> {
  const {db} = ctx.database;
  const mac = macOf(ctx.keyring, envId);
  // read first: what is added meanwhile lies behind it
  const head = (await findAuditHead(db, envId)) ?? {number: 0, hash: chainStart};
  let end: ChainEnd = {number: 0, hash: chainStart};
  const broken = (what: ChainBreak): ChainReport => ({
    entries: end.number,
    head: end.hash.toString('hex'),
    broken: what,
  });
  for (;;) {
    const rows = await listAuditChain(db, envId, {after: end.number, limit: readAtOnce});
    for (const row of rows) {
      const next = follow(mac, end, linkedOf(row));
      if ('reason' in next) return broken(next);
      end = next;
      if (known?.number === end.number && known.hash !== end.hash.toString('hex'))
        return broken({number: end.number, reason: 'head'});
      if (head.number === end.number && !head.hash.equals(end.hash))
        return broken({number: end.number, reason: 'head'});
    }
    if (rows.length < readAtOnce) break;
  }
  const expected = Math.max(head.number, known?.number ?? 0);
  if (end.number < expected) return broken({number: end.number + 1, reason: 'missing'});
  return {entries: end.number, head: end.hash.toString('hex')};
}

function macOf(keyring: Keyring, envId: string): Mac {
  return (text) => keyring.mac('user-audit', `${envId}\n${text}`);
}

function rowOf(envId: string, entry: LinkedEntry): Row<'user_audit_log'> {
  return {
    env_id: envId,
    id: entry.id,
    number: entry.number,
    actor_type: entry.actorType as Doer['actor']['type'],
    actor_id: entry.actorId,
    action: entry.action,
    object_type: entry.objectType,
    object_id: entry.objectId,
    method: entry.method,
    path: entry.path,
    ip_address: entry.ipAddress,
    user_agent: entry.userAgent,
    request_id: entry.requestId,
    created_at: entry.createdAt,
    previous_hash: entry.previousHash,
    hash: entry.hash,
  };
}

function linkedOf(row: Row<'user_audit_log'>): LinkedEntry {
  return {
    number: row.number,
    id: row.id,
    actorType: row.actor_type,
    actorId: row.actor_id,
    action: row.action,
    objectType: row.object_type,
    objectId: row.object_id,
    method: row.method,
    path: row.path,
    ipAddress: row.ip_address,
    userAgent: row.user_agent,
    requestId: row.request_id,
    createdAt: row.created_at,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}
