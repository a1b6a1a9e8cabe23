import {defaultTemplates} from '../domain/default-templates.ts';
import {newId} from '../protocol/ids.ts';
import {findApiKeyByHash} from '../storage/api-key.ts';
import {insertEnvironment, insertOrganization, insertSettingOnce, listEnvironments} from '../storage/environment.ts';
import type {Row} from '../storage/schema.ts';
import {findTemplateByName, insertTemplate, insertTemplateVersion} from '../storage/template.ts';
import type {Context} from './context.ts';
import {createApiKey} from './create-api-key.ts';
import {hashToken} from './token.ts';
import {write} from './write.ts';
import type {Write} from './write.ts';

export interface Bootstrapped {
  sandbox: Row<'environment'>;
  production: Row<'environment'>;
  /** The sandbox key where it can be shown: named by the settings, or made just now. Known to nobody but its owner afterwards. */
  sandboxKey?: string;
  /** Whether this was the first start on this database. */
  first: boolean;
}

/**
 * What every start makes sure of: an organization, its sandbox and production environments with their keys and default templates,
 * and an API key for the sandbox. Of several processes that start at once, one does it and the others wait.
 */
export async function bootstrap(ctx: Context): Promise<Bootstrapped> {
  const first = await makeOrganization(ctx);
  const environments = await listEnvironments(ctx.database.db);
  const sandbox = environments.find(({kind}) => kind === 'sandbox');
  const production = environments.find(({kind}) => kind === 'production');
  if (!sandbox || !production) throw new Error('the organization lacks an environment');

  for (const {id} of environments) await write(ctx, systemScope(ctx, id), addDefaultTemplates);
  const sandboxKey = await makeSandboxKey(ctx, sandbox.id);
  return {sandbox, production, first, ...(sandboxKey !== undefined && {sandboxKey})};
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

/** Templates that later versions of the product bring are added to old environments too; those that are there stay as they are. */
async function addDefaultTemplates(w: Write): Promise<void> {
  for (const {name, graph} of defaultTemplates) {
    if (await findTemplateByName(w.tx, w.envId, name)) continue;
    const id = newId('inquiry-template', w.now.getTime());
    const versionId = newId('inquiry-template-version', w.now.getTime());
    await insertTemplate(w.tx, {
      env_id: w.envId,
      id,
      name,
      status: 'active',
      published_version_id: versionId,
      created_at: w.now,
      updated_at: w.now,
    });
    await insertTemplateVersion(w.tx, {
      env_id: w.envId,
      id: versionId,
      template_id: id,
      number: 1,
      status: 'published',
      graph: JSON.stringify(graph),
      created_at: w.now,
      published_at: w.now,
    });
    await w.audit('inquiry-template.create', 'inquiry-template', id);
  }
}

/** The key of the settings at every start; without one, a fresh key at the first start of this database. */
async function makeSandboxKey(ctx: Context, envId: string): Promise<string | undefined> {
  const fixed = ctx.settings.COUNTERSIGN_SANDBOX_API_KEY;
  return write(ctx, systemScope(ctx, envId), async (w) => {
    if (fixed === undefined) {
      if (!(await insertSettingOnce(w.tx, 'first-sandbox-key', {at: w.now.toISOString()}))) return undefined;
      return (await createApiKey(w, {name: 'First sandbox key', permissions: ['*']})).value;
    }
    // the setting's row makes processes that start at once come one after the other
    await insertSettingOnce(w.tx, 'first-sandbox-key', {at: w.now.toISOString()});
    const known = await findApiKeyByHash(w.tx, hashToken(fixed));
    if (!known) await createApiKey(w, {name: 'COUNTERSIGN_SANDBOX_API_KEY', permissions: ['*'], value: fixed});
    return fixed;
  });
}

function systemScope(ctx: Context, envId: string) {
  return {envId, actor: {type: 'system' as const, id: 'bootstrap'}, requestId: newId('request', ctx.now().getTime())};
}
