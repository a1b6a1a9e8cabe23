import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {createAccount} from '../../src/commands/create-account.ts';
import {findOrCreateAccount} from '../../src/commands/find-or-create-account.ts';
import {hashToken} from '../../src/commands/token.ts';
import {findAccount, findAccountByReference} from '../../src/storage/account.ts';
import {findSessionByTokenHash} from '../../src/storage/inquiry-session.ts';
import {findCodeByHash} from '../../src/storage/one-time-code.ts';
import {openCommandWorld} from './command-world.ts';
import type {CommandWorld} from './command-world.ts';

let world: CommandWorld;
before(async () => {
  world = await openCommandWorld({graph: {redirectUris: ['https://shop.example.com']}});
});
after(() => world.close());

test('a new inquiry stands at the first step of its template, with every field and a day to live', async () => {
  const {inquiry, related} = await world.makeInquiry({fields: {'name-first': 'Anna'}, tags: ['vip'], note: 'n'});
  assert.equal(inquiry.status, 'created');
  assert.equal(inquiry.step, 'consent');
  assert.equal(inquiry.template_version_id, world.templateVersionId);
  assert.deepEqual(inquiry.fields['name-first'], {type: 'string', value: 'Anna'});
  assert.deepEqual(inquiry.fields['birthdate'], {type: 'date', value: null});
  assert.equal(Number(inquiry.expires_at) - world.now().getTime(), 24 * 3600 * 1000);
  assert.equal(inquiry.account_id, null);
  assert.deepEqual(related, {referenceId: null, sessionIds: []});
});

test('its event shows it as it was, sealed with its own key', async () => {
  const {inquiry} = await world.makeInquiry({fields: {'name-first': 'Annika-Sophie'}});
  const row = await world.database.db
    .selectFrom('event')
    .selectAll()
    .where('object_id', '=', inquiry.id)
    .executeTakeFirstOrThrow();
  assert.equal(row.subject_id, inquiry.id);
  assert.ok(!row.payload.includes('Annika-Sophie'));
  const payload = await world.payloadOf(row.id);
  assert.equal(payload.data.id, inquiry.id);
  assert.deepEqual((payload.data.attributes['fields'] as Record<string, unknown>)['name-first'], {
    type: 'string',
    value: 'Annika-Sophie',
  });
});

test('a reference id makes its account once, and finds it ever after', async () => {
  const first = await world.makeInquiry({referenceId: 'customer-1'});
  const second = await world.makeInquiry({referenceId: 'customer-1'});
  assert.ok(first.inquiry.account_id);
  assert.equal(second.inquiry.account_id, first.inquiry.account_id);
  assert.equal(first.related.referenceId, 'customer-1');
  assert.deepEqual(await world.eventsOf(first.inquiry.account_id), ['account.created']);
});

test('inquiries of one new person at once share one account', async () => {
  const made = await Promise.all(Array.from({length: 6}, () => world.makeInquiry({referenceId: 'customer-at-once'})));
  assert.equal(new Set(made.map(({inquiry}) => inquiry.account_id)).size, 1);
});

test('asked to make no account, a reference id finds one or stays a claim', async () => {
  const claim = await world.makeInquiry({referenceId: 'nobody', autoCreateAccount: false});
  assert.deepEqual([claim.inquiry.account_id, claim.inquiry.claimed_reference_id], [null, 'nobody']);
  const {account} = await world.run((w) => findOrCreateAccount(w, 'somebody'));
  const found = await world.makeInquiry({referenceId: 'somebody', autoCreateAccount: false});
  assert.equal(found.inquiry.account_id, account.id);
});

test('asked to make an account without a reference id, it makes one', async () => {
  const {inquiry} = await world.makeInquiry({autoCreateAccount: true});
  const account =
    inquiry.account_id !== null && (await findAccount(world.database.db, world.envId, inquiry.account_id));
  assert.ok(account);
  assert.equal(account.reference_id, null);
});

test("a browser's reference id reads and changes no account", async () => {
  await world.run((w) => findOrCreateAccount(w, 'victim'));
  const {inquiry} = await world.makeInquiry({namedBy: 'browser', referenceId: 'victim'});
  assert.deepEqual([inquiry.account_id, inquiry.claimed_reference_id], [null, 'victim']);
  await world.makeInquiry({namedBy: 'browser', referenceId: 'stranger'});
  assert.equal(await findAccountByReference(world.database.db, world.envId, 'stranger'), undefined);
  await assert.rejects(world.makeInquiry({namedBy: 'browser', accountId: 'act_x'}), {code: 'invalid_config'});
});

test('the session token and the one-time link are given once, and only their hashes are kept', async () => {
  const {inquiry, session, oneTimeLink} = await world.makeInquiry({
    autoCreateSession: true,
    autoCreateOneTimeLink: true,
  });
  assert.ok(session && oneTimeLink);
  assert.match(session.token, /^[\w-]{43}$/);
  assert.equal((await findSessionByTokenHash(world.database.db, hashToken(session.token)))?.inquiry_id, inquiry.id);
  const code = new URL(oneTimeLink.link).searchParams.get('code') ?? '';
  assert.equal(new URL(oneTimeLink.link).origin, 'https://id.example.com');
  assert.ok(Buffer.from(code, 'base64url').length >= 16);
  const row = await findCodeByHash(world.database.db, hashToken(code));
  assert.deepEqual([row?.inquiry_id, row?.purpose], [inquiry.id, 'link']);
});

test('its own intervals win over the template', async () => {
  const expiry = {afterCreateSeconds: 600, oneTimeLinkSeconds: 90};
  const {inquiry, session, oneTimeLink} = await world.makeInquiry({
    expiry,
    autoCreateSession: true,
    autoCreateOneTimeLink: true,
  });
  assert.equal(Number(inquiry.expires_at) - world.now().getTime(), 600_000);
  assert.equal(Number(session?.session.expires_at) - world.now().getTime(), 600_000);
  assert.equal(Number(oneTimeLink?.expiresAt) - world.now().getTime(), 90_000);
});

const refused: [string, Parameters<CommandWorld['makeInquiry']>[0], {code: string; pointer?: string}][] = [
  [
    'neither template nor version',
    {templateId: undefined as never},
    {code: 'invalid_attribute', pointer: '/data/attributes/inquiry-template-id'},
  ],
  [
    'template and version',
    {templateVersionId: 'itmplv_x'},
    {code: 'invalid_attribute', pointer: '/data/attributes/inquiry-template-version-id'},
  ],
  [
    'an unknown template',
    {templateId: 'itmpl_nope'},
    {code: 'not_found', pointer: '/data/attributes/inquiry-template-id'},
  ],
  [
    'account and reference id',
    {accountId: 'act_x', referenceId: 'y'},
    {code: 'invalid_attribute', pointer: '/data/attributes/account-id'},
  ],
  ['an unknown account', {accountId: 'act_nope'}, {code: 'not_found', pointer: '/data/attributes/account-id'}],
  [
    'an unknown account type',
    {autoCreateAccountTypeId: 'acttp_x'},
    {code: 'not_found', pointer: '/meta/auto-create-account-type-id'},
  ],
  [
    'a field outside its schema',
    {fields: {birthdate: '2023-02-30'}},
    {code: 'invalid_field', pointer: '/data/attributes/fields/birthdate'},
  ],
  [
    'an unknown field',
    {fields: {'shoe-size': 44}},
    {code: 'invalid_field', pointer: '/data/attributes/fields/shoe-size'},
  ],
  [
    'a place it may not return to',
    {redirectUri: 'https://evil.example'},
    {code: 'invalid_attribute', pointer: '/data/attributes/redirect-uri'},
  ],
  [
    'an unknown first step',
    {initialStepName: 'nope'},
    {code: 'invalid_attribute', pointer: '/data/attributes/initial-step-name'},
  ],
];

for (const [what, input, expected] of refused) {
  test(`refuses ${what}, and keeps nothing`, async () => {
    const before = await world.database.db.selectFrom('inquiry').select('id').execute();
    await assert.rejects(world.makeInquiry(input), (error: {code: string; info: {pointer?: string}}) => {
      assert.deepEqual({code: error.code, pointer: error.info.pointer}, expected);
      return true;
    });
    assert.deepEqual(await world.database.db.selectFrom('inquiry').select('id').execute(), before);
  });
}

test('an inactive template makes no inquiries', async () => {
  const inactive = await openCommandWorld();
  await inactive.database.db.updateTable('inquiry_template').set({status: 'inactive'}).execute();
  await assert.rejects(inactive.makeInquiry(), {code: 'inactive_template'});
  await inactive.close();
});

test('an account keeps its reference id to itself, or is updated when asked', async () => {
  const create = (input: Parameters<typeof createAccount>[1]) => world.run((w) => createAccount(w, input));
  const {account} = await create({referenceId: 'unique', fields: {'name-first': 'Anna'}, tags: ['a']});
  await assert.rejects(create({referenceId: 'unique'}), {code: 'conflict'});
  const again = await create({
    referenceId: 'unique',
    upsertBy: 'reference-id',
    fields: {'name-last': 'Berg'},
    tags: ['b'],
  });
  assert.deepEqual([again.created, again.account.id, again.account.tags], [false, account.id, ['b']]);
  const name = again.account.fields['name']?.value as Record<string, {value: string}>;
  assert.deepEqual([name['first']?.value, name['last']?.value], ['Anna', 'Berg']);
  assert.deepEqual(await world.eventsOf(account.id), [
    'account.created',
    'account.updated-fields',
    'account.tag-added',
    'account.tag-removed',
    'account.updated-tags',
  ]);
});
