import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {openApiWorld} from './api-world.ts';
import type {ApiAnswer, ApiRequest, ApiWorld} from './api-world.ts';

/** What must never turn up in a log, wherever in a request it stood. */
const personal = 'Mustermann-Personal-7291';

let world: ApiWorld;
before(async () => {
  world = await openApiWorld();
});
after(() => world.close());

const tables = [
  'account',
  'inquiry',
  'inquiry_session',
  'event',
  'audit',
  'webhook',
  'idempotency',
  'one_time_code',
] as const;

async function countRows(): Promise<number[]> {
  const counts = [];
  for (const table of tables) {
    const rows = await world.database.db.selectFrom(table).selectAll().execute();
    counts.push(rows.length);
  }
  return counts;
}

/** Sends it, and holds the answer against a clear refusal that changed nothing. */
async function refused(
  expected: {status: number; code: string; pointer?: string},
  method: string,
  path: string,
  options: ApiRequest = {},
): Promise<ApiAnswer> {
  const before = await countRows();
  const answer = await world.request(method, path, {
    ...options,
    headers: {'idempotency-key': `k-${personal}`, ...options.headers},
  });
  const said = JSON.stringify(answer.body);
  assert.equal(answer.status, expected.status, said);
  assert.equal(answer.headers.get('error-code'), expected.code);
  assert.match(answer.headers.get('request-id') ?? '', /^req_/);
  const error = answer.body.errors?.[0];
  assert.ok(error?.title);
  if (error?.meta) assert.equal(error.meta.code, expected.code);
  if (expected.pointer !== undefined)
    assert.equal(error?.meta?.source?.pointer ?? error?.source?.pointer, expected.pointer);
  assert.ok(!said.includes(personal), 'the answer repeats what was sent');
  assert.deepEqual(await countRows(), before, 'something was written');
  return answer;
}

const inquiry = (attributes: object) => ({
  body: {data: {attributes: {'inquiry-template-id': world.templateId, ...attributes}}},
});

test('no key, a wrong key, an expired key and another scheme are all 401, each the same', async () => {
  const expired = await world.makeKey({expiresAt: new Date(world.now().getTime() - 1000)});
  const answers = [];
  for (const key of ['', 'countersign_sandbox_wrong', expired]) {
    answers.push(await refused({status: 401, code: 'unauthorized'}, 'GET', '/inquiries', {key}));
  }
  answers.push(
    await refused({status: 401, code: 'unauthorized'}, 'GET', '/inquiries', {
      key: '',
      headers: {authorization: 'Basic eA=='},
    }),
  );
  assert.equal(new Set(answers.map(({body}) => JSON.stringify(body))).size, 1);
  assert.equal(answers[0]?.headers.get('www-authenticate'), 'Bearer');
});

test('a key without the permission is told which it needs', async () => {
  const key = await world.makeKey({permissions: ['inquiry.read']});
  assert.equal((await world.request('GET', '/inquiries', {key})).status, 200);
  const answer = await refused({status: 403, code: 'forbidden'}, 'POST', '/inquiries', {key, ...inquiry({})});
  assert.match(answer.body.errors?.[0]?.details ?? '', /inquiry\.write/);
});

test('a key with an allow-list is refused where the caller is unknown or elsewhere', async () => {
  const key = await world.makeKey({ipAllowList: ['203.0.113.0/24']});
  await refused({status: 403, code: 'forbidden'}, 'GET', '/inquiries', {key});
});

test("another environment's ids do not exist here", async () => {
  const made = await world.request('POST', '/inquiries', inquiry({'reference-id': 'mine'}));
  const id = made.body.data?.id;
  const key = world.otherKey;
  const missing = {status: 404, code: 'not_found'};
  await refused(missing, 'GET', `/inquiries/${id}`, {key});
  await refused(missing, 'PATCH', `/inquiries/${id}`, {key, body: {data: {attributes: {note: personal}}}});
  for (const verb of ['approve', 'decline', 'expire', 'resume', 'mark-for-review', 'generate-one-time-link']) {
    await refused(missing, 'POST', `/inquiries/${id}/${verb}`, {key});
  }
  await refused(missing, 'POST', '/inquiries', {key, ...inquiry({})});
  await refused(missing, 'POST', '/inquiry-sessions', {key, body: {data: {attributes: {'inquiry-id': id}}}});
  await refused(missing, 'GET', `/inquiry-templates/${world.templateId}`, {key});
  const list = await world.request('GET', '/inquiries', {key});
  assert.deepEqual(list.body.data, []);
  const account = await world.request('GET', `/accounts?filter[reference-id]=mine`, {key});
  assert.deepEqual(account.body.data, []);
});

test('an unknown path is a 404 in the same shape', async () => {
  await refused({status: 404, code: 'not_found'}, 'GET', '/people');
  await refused({status: 404, code: 'not_found'}, 'GET', '/inquiries/inq_nothing');
  await refused({status: 404, code: 'not_found'}, 'GET', '/inquiries/%00');
});

test('a wrong type and an unknown attribute are named by their pointer', async () => {
  await refused(
    {status: 400, code: 'invalid_attribute', pointer: '/data/attributes/note'},
    'POST',
    '/inquiries',
    inquiry({note: 5}),
  );
  await refused(
    {status: 400, code: 'unknown_attribute', pointer: '/data/attributes/colour'},
    'POST',
    '/inquiries',
    inquiry({colour: personal}),
  );
  await refused({status: 400, code: 'invalid_attribute', pointer: '/data'}, 'POST', '/inquiries', {body: {}});
  await refused({status: 400, code: 'invalid_attribute', pointer: ''}, 'POST', '/inquiries', {body: [personal]});
  await refused(
    {status: 422, code: 'invalid_field', pointer: '/data/attributes/fields/favourite'},
    'POST',
    '/inquiries',
    inquiry({fields: {favourite: personal}}),
  );
});

test('a date that does not exist is refused with its pointer', async () => {
  await refused(
    {status: 422, code: 'invalid_field', pointer: '/data/attributes/fields/birthdate'},
    'POST',
    '/inquiries',
    inquiry({fields: {'name-last': personal, birthdate: '2026-02-30'}}),
  );
  await refused({status: 400, code: 'invalid_parameter'}, 'GET', '/inquiries?filter[created-at-end]=2026-02-30');
});

test('two megabytes, broken UTF-8, 10,000 levels and broken JSON are refused before they are looked at', async () => {
  const big = JSON.stringify({data: {attributes: {note: personal.repeat(90_000)}}});
  assert.ok(big.length > 2 * 1024 * 1024);
  await refused({status: 413, code: 'payload_too_large', pointer: ''}, 'POST', '/inquiries', {raw: big});
  const broken = Buffer.concat([
    Buffer.from(`{"data":{"attributes":{"note":"${personal}`),
    Buffer.from([0xff, 0xc0]),
    Buffer.from('"}}}'),
  ]);
  await refused({status: 400, code: 'invalid_json', pointer: ''}, 'POST', '/inquiries', {raw: broken});
  const deep = `{"data":${'{"a":'.repeat(10_000)}"${personal}"${'}'.repeat(10_001)}`;
  await refused({status: 400, code: 'invalid_json', pointer: ''}, 'POST', '/inquiries', {raw: deep});
  await refused({status: 400, code: 'invalid_json', pointer: ''}, 'POST', '/inquiries', {raw: `{"data": ${personal}`});
  await refused({status: 400, code: 'invalid_attribute', pointer: '/data/attributes/note'}, 'POST', '/inquiries', {
    raw: `{"data":{"attributes":{"note":"${personal}\\u0000"}}}`,
  });
});

test('headers that make no sense are refused by name', async () => {
  for (const [name, value] of [
    ['Persona-Version', 'yesterday'],
    ['Key-Inflection', 'shouting'],
  ] as const) {
    await refused({status: 400, code: 'invalid_header', pointer: name}, 'POST', '/inquiries', {
      headers: {[name]: value},
      ...inquiry({}),
    });
  }
  await refused({status: 400, code: 'invalid_header', pointer: 'Idempotency-Key'}, 'POST', '/inquiries', {
    headers: {'idempotency-key': 'x'.repeat(300)},
    ...inquiry({}),
  });
});

test('an error inside answers 500 with nothing of the request', async () => {
  const {files} = world.ctx;
  assert.ok(files);
  const keyring = world.ctx.keyring;
  const make = (): never => {
    throw new Error(`failed for ${personal}`);
  };
  world.ctx.keyring = {...keyring, make};
  try {
    await refused({status: 500, code: 'internal'}, 'POST', '/inquiries', inquiry({note: personal}));
  } finally {
    world.ctx.keyring = keyring;
  }
});

test('of all that, nothing personal and no key was logged', () => {
  const logged = world.logged();
  assert.match(logged, /create-an-inquiry/);
  assert.ok(!logged.includes(personal));
  assert.ok(!logged.includes('2026-02-30'));
  assert.ok(!logged.includes(world.key));
});
