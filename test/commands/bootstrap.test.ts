import assert from 'node:assert/strict';
import {defaultTemplates} from '../../src/domain/default-templates.ts';
import {after, before, test} from 'node:test';
import {bootstrap} from '../../src/commands/bootstrap.ts';
import {claimOperatorLink} from '../../src/commands/claim-operator-link.ts';
import type {Context} from '../../src/commands/context.ts';
import {expireApiKey} from '../../src/commands/expire-api-key.ts';
import {hashToken, newToken} from '../../src/commands/token.ts';
import {write} from '../../src/commands/write.ts';
import {findApiKeyByHash} from '../../src/storage/api-key.ts';
import {findOperatorBySession} from '../../src/storage/operator.ts';
import {openCommandWorld} from './command-world.ts';
import type {CommandWorld} from './command-world.ts';

let world: CommandWorld;
let ctx: Context;
before(async () => {
  world = await openCommandWorld();
  ctx = world.ctx;
  // a world comes furnished; a first start finds an empty database
  for (const table of [
    'inquiry_template_version',
    'inquiry_template',
    'environment',
    'organization',
    'setting',
  ] as const) {
    await ctx.database.db.deleteFrom(table).execute();
  }
});
after(() => world.close());

test('of several first starts at once one makes everything, once', async () => {
  const starts = await Promise.all([bootstrap(ctx), bootstrap(ctx), bootstrap(ctx)]);
  assert.equal(starts.filter(({first}) => first).length, 1);
  assert.equal(starts.filter(({sandboxKey}) => sandboxKey !== undefined).length, 1);
  const environments = await ctx.database.db.selectFrom('environment').select('kind').execute();
  assert.deepEqual(environments.map(({kind}) => kind).sort(), ['production', 'sandbox']);
  const templates = await ctx.database.db.selectFrom('inquiry_template').select(['name', 'status']).execute();
  const named = ({name}: {name: string}) => ({name, status: 'active'});
  const everywhere = defaultTemplates.filter(({sandboxOnly}) => !sandboxOnly).map(named);
  const byName = (a: {name: string}, b: {name: string}) => a.name.localeCompare(b.name);
  assert.deepEqual(templates.toSorted(byName), [...defaultTemplates.map(named), ...everywhere].toSorted(byName));
  const operators = await ctx.database.db.selectFrom('operator').select('email').execute();
  assert.deepEqual(operators, [{email: 'operator@localhost'}]);
});

test('the key works for the sandbox, and a later start shows it in a demo only', async () => {
  const plain = await bootstrap(ctx);
  assert.equal(plain.sandboxKey, undefined);
  const {sandbox, sandboxKey} = await bootstrap({...ctx, settings: {...ctx.settings, demo: true}});
  assert.match(sandboxKey ?? '', /^countersign_sandbox_[\w-]{43}$/);
  const row = await findApiKeyByHash(ctx.database.db, hashToken(sandboxKey ?? ''));
  assert.deepEqual([row?.env_id, row?.permissions], [sandbox.id, ['*']]);

  world.advance(1000);
  const scope = {envId: sandbox.id, actor: {type: 'system' as const, id: 'test'}, requestId: 'req_test'};
  await write(ctx, scope, (w) => expireApiKey(w, {apiKeyId: row?.id ?? '', expiresInSeconds: 0}));
  world.advance(1000);
  const after = await bootstrap({...ctx, settings: {...ctx.settings, demo: true}});
  assert.equal(after.sandboxKey, undefined, 'an expired key is not shown again');
});

test('a key named by the settings is taken once and shown at every start', async () => {
  const fixed = 'countersign_sandbox_fixed-by-the-operator';
  const settings = {...ctx.settings, COUNTERSIGN_SANDBOX_API_KEY: fixed};
  for (let start = 0; start < 2; start += 1) assert.equal((await bootstrap({...ctx, settings})).sandboxKey, fixed);
  assert.ok(await findApiKeyByHash(ctx.database.db, hashToken(fixed)));
});

test('a template that was renamed is not made again', async () => {
  await ctx.database.db.updateTable('inquiry_template').set({name: 'Passport check'}).execute();
  await bootstrap(ctx);
  const names = await ctx.database.db.selectFrom('inquiry_template').select('name').execute();
  assert.equal(names.length, defaultTemplates.flatMap(({sandboxOnly}) => (sandboxOnly ? [1] : [1, 2])).length);
  assert.deepEqual([...new Set(names.map(({name}) => name))], ['Passport check']);
});

test('the sign-in link opens one session, once', async () => {
  const {operatorLink} = await bootstrap(ctx);
  const link = new URL(operatorLink ?? '');
  assert.equal(link.origin, 'https://operator.example.com');
  const code = link.searchParams.get('code') ?? '';
  const token = newToken();
  const claim = () => claimOperatorLink(ctx, {code, tokenHash: token.hash, sessionSeconds: 60});
  const both = await Promise.all([claim(), claim()]);
  assert.equal(both.filter(Boolean).length, 1);
  assert.equal((await findOperatorBySession(ctx.database.db, token.hash, world.now()))?.email, 'operator@localhost');
  world.advance(61_000);
  assert.equal(await findOperatorBySession(ctx.database.db, token.hash, world.now()), undefined);
  assert.equal(
    await claimOperatorLink(ctx, {code: 'wrong', tokenHash: newToken().hash, sessionSeconds: 60}),
    undefined,
  );
});

test('a link is too old after a day', async () => {
  const {operatorLink} = await bootstrap(ctx);
  world.advance(24 * 3600 * 1000 + 1);
  const code = new URL(operatorLink ?? '').searchParams.get('code') ?? '';
  assert.equal(await claimOperatorLink(ctx, {code, tokenHash: newToken().hash, sessionSeconds: 60}), undefined);
});

test('on a server database the link is shown until somebody has signed in; a worker never shows one', async () => {
  const server = {
    ...ctx,
    database: {...ctx.database, kind: 'server' as const, transaction: ctx.database.transaction.bind(ctx.database)},
  };
  assert.equal((await bootstrap(server)).operatorLink, undefined, 'somebody signed in above');
  assert.equal((await bootstrap({...ctx, settings: {...ctx.settings, role: 'worker'}})).operatorLink, undefined);
});
