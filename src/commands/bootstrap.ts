import {defaultTemplates} from '../domain/default-templates.ts';
import {defaultTransactionTypes} from '../domain/default-transaction-types.ts';
import {newId} from '../protocol/ids.ts';
import {findApiKeyByHash} from '../storage/api-key.ts';
import {insertEnvironment, insertOrganization, insertSettingOnce, listEnvironments} from '../storage/environment.ts';
import {hasSignedIn} from '../storage/operator.ts';
import type {Row} from '../storage/schema.ts';
import type {Context} from './context.ts';
import {createApiKey} from './create-api-key.ts';
import {createOperator, createOperatorLink} from './create-operator.ts';
import {createTransactionType} from './change-transaction-type.ts';
import {createTemplate} from './publish-template.ts';
import {hashToken} from './token.ts';
import {write} from './write.ts';
import type {Write} from './write.ts';

export interface Bootstrapped {
  sandbox: Row<'environment'>;
  production: Row<'environment'>;
  /** Where it may be shown (`makeSandboxKey`). */
  sandboxKey?: string;
  /** Signs the first operator in once, within 15 minutes. */
  operatorLink?: string;
  /** Whether this was the first start on this database. */
  first: boolean;
}

/**
 * What every start makes sure of: an organization, its sandbox and production environments with their keys and default templates,
 * an API key for the sandbox, and an operator. Of several processes that start at once, one does it and the others wait.
 */
export async function bootstrap(ctx: Context): Promise<Bootstrapped> {
  const first = await makeOrganization(ctx);
  const environments = await listEnvironments(ctx.database.db);
  const sandbox = environments.find(({kind}) => kind === 'sandbox');
  const production = environments.find(({kind}) => kind === 'production');
  if (!sandbox || !production) throw new Error('the organization lacks an environment');

  for (const {id, kind} of environments) {
    await write(ctx, systemScope(ctx, id), (w) => addDefaultTemplates(w, kind));
    await write(ctx, systemScope(ctx, id), addDefaultTransactionTypes);
  }
  const sandboxKey = await makeSandboxKey(ctx, sandbox.id);
  const operatorLink = await makeOperatorLink(ctx, sandbox.id);
  return {
    sandbox,
    production,
    first,
    ...(sandboxKey !== undefined && {sandboxKey}),
    ...(operatorLink !== undefined && {operatorLink}),
  };
}

/** Once for each database: the setting is the lock, and rolls back with what it stands for. */
async function makeOrganization(ctx: Context): Promise<boolean> {
  const now = ctx.now();
  const orgId = newId('organization', now.getTime());
  return ctx.database.transaction(async (tx) => {
    if (!(await insertSettingOnce(tx, 'bootstrap', {organizationId: orgId}))) return false;
    await insertOrganization(tx, {id: orgId, name: 'Countersign', created_at: now});
    for (const kind of ['sandbox', 'production'] as const) {
      const id = newId('environment', now.getTime());
      const name = kind === 'sandbox' ? 'Sandbox' : 'Production';
      await insertEnvironment(tx, {id, org_id: orgId, kind, name, settings: '{}', created_at: now});
      await ctx.keyring.ensure(tx, id, id, now);
    }
    return true;
  });
}

/**
 * Templates that later versions of the product bring come to old environments too; one that was renamed or put away stays so.
 * In production inquiries are started by a backend until the operator says otherwise.
 */
async function addDefaultTemplates(w: Write, kind: 'sandbox' | 'production'): Promise<void> {
  const start = w.now.getTime();
  for (const [i, {name, graph, sandboxOnly = false}] of defaultTemplates.toReversed().entries()) {
    // a millisecond apart, so that lists, newest first, begin with the first
    w.now = new Date(start + i);
    if (sandboxOnly && kind !== 'sandbox') continue;
    if (!(await insertSettingOnce(w.tx, `default-template:${w.envId}:${name}`, {at: w.now.toISOString()}))) continue;
    await createTemplate(w, {name, graph: kind === 'sandbox' ? graph : {...graph, clientCreated: false}});
  }
}

/** As with templates: one that was changed stays so. */
async function addDefaultTransactionTypes(w: Write): Promise<void> {
  for (const {name, definition} of defaultTransactionTypes) {
    const once = `default-transaction-type:${w.envId}:${name}`;
    if (await insertSettingOnce(w.tx, once, {at: w.now.toISOString()}))
      await createTransactionType(w, {name, definition});
  }
}

/**
 * The key the settings name, or one derived from the master key, so that a demo can be given the same one at every start although
 * only its hash is stored. Shown at the first start, in demos, and where the settings named it; never once it was expired.
 */
async function makeSandboxKey(ctx: Context, envId: string): Promise<string | undefined> {
  const fixed = ctx.settings.COUNTERSIGN_SANDBOX_API_KEY;
  const value = fixed ?? `countersign_sandbox_${ctx.keyring.mac('first-sandbox-key', envId).toString('base64url')}`;
  const hash = hashToken(value);
  return write(ctx, systemScope(ctx, envId), async (w) => {
    const made = await insertSettingOnce(w.tx, `sandbox-key:${hash.toString('hex')}`, {at: w.now.toISOString()});
    if (made) {
      const name = fixed === undefined ? 'First sandbox key' : 'COUNTERSIGN_SANDBOX_API_KEY';
      return (await createApiKey(w, {name, permissions: ['*'], value})).value;
    }
    const key = await findApiKeyByHash(w.tx, hash);
    const works = key !== undefined && (key.expires_at === null || key.expires_at > w.now);
    return works && (fixed !== undefined || ctx.settings.demo) ? value : undefined;
  });
}

/**
 * A sign-in link for the first operator, so that nobody is locked out of a system that has no other door yet: always on the
 * embedded database (whoever starts it owns it), and until somebody has signed in on a server's.
 */
async function makeOperatorLink(ctx: Context, envId: string): Promise<string | undefined> {
  if (ctx.settings.role === 'worker') return undefined;
  return write(ctx, systemScope(ctx, envId), async (w) => {
    const {operator} = await createOperator(w, {email: 'operator@localhost', name: 'First operator'});
    if (ctx.database.kind === 'server' && (await hasSignedIn(w.tx, operator.id))) return undefined;
    const {code} = await createOperatorLink(w, {operatorId: operator.id});
    return `${ctx.settings.operatorUrl}/sign-in?code=${code}`;
  });
}

function systemScope(ctx: Context, envId: string) {
  return {envId, actor: {type: 'system' as const, id: 'bootstrap'}, requestId: newId('request', ctx.now().getTime())};
}
