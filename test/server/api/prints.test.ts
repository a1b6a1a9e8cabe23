/** What a print says is decided here, by what the key may see; how it looks stands in test/verification/print. */
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {newId} from '../../../src/protocol/ids.ts';
import type {PrintDocument} from '../../../src/protocol/print.ts';
import {apiRoutes} from '../../../src/server/api/routes.ts';
import {insertVerification} from '../../../src/storage/verification.ts';
import {openApiWorld} from './api-world.ts';
import type {ApiWorld} from './api-world.ts';

let world: ApiWorld;
let inquiryId: string;
let verificationId: string;
const printed: PrintDocument[] = [];

before(async () => {
  world = await openApiWorld();
  world.ctx.engines.run = (_kind, input) => {
    printed.push(input as PrintDocument);
    return Promise.resolve({pdf: Buffer.from('%PDF-1.7'), pages: 1, cpuMs: 0}) as never;
  };
  const attributes = {
    'inquiry-template-id': world.templateId,
    'reference-id': 'customer-1',
    fields: {'name-first': 'Анна', 'name-last': 'Eriksson'},
  };
  inquiryId = (await world.request('POST', '/inquiries', {body: {data: {attributes}}})).body.data?.id ?? '';
  verificationId = await makeVerification(world);
});
after(() => world.close());

async function makeVerification({database, envId, now}: ApiWorld): Promise<string> {
  const at = now();
  const id = newId('verification', at.getTime());
  const check = {
    name: 'id_mrz_detection',
    status: 'failed' as const,
    requirement: 'required' as const,
    reasons: ['checksum_mismatch'],
    metadata: {value: 0.4321, threshold: 0.9},
  };
  await database.transaction((tx) =>
    insertVerification(tx, {
      env_id: envId,
      id,
      kind: 'government-id',
      inquiry_id: inquiryId,
      attempt: 1,
      status: 'failed',
      country_code: 'UTO',
      result: JSON.stringify({'name-last': {value: 'ERIKSSON', sources: ['mrz'], confidence: 1}}),
      checks: JSON.stringify([check]),
      version: 0,
      created_at: at,
      updated_at: at,
      submitted_at: at,
      completed_at: at,
    }),
  );
  return id;
}

async function print(path: string, key = world.key): Promise<{response: Response; said: string}> {
  printed.length = 0;
  const response = await apiRoutes(world.ctx).request(path, {headers: {authorization: `Bearer ${key}`}});
  return {response, said: JSON.stringify(printed)};
}

test('prints fields, findings with reasons and measurements, and history, as a PDF', async () => {
  const {response, said} = await print(`/inquiries/${inquiryId}/print`);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'application/pdf');
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.match(await response.text(), /^%PDF/);
  for (const word of ['Анна', 'customer-1', 'ERIKSSON', 'MRZ detection', 'checksum mismatch', '0.432', 'Created'])
    assert.ok(said.includes(word), word);
});

test('prints one verification', async () => {
  const {response, said} = await print(`/verifications/${verificationId}/print`);
  assert.equal(response.status, 200);
  assert.ok(said.includes('ERIKSSON') && !said.includes('Анна'));
});

test('leaves out verifications for a key that may not read them, and attributes that a key never sees', async () => {
  const reader = await world.makeKey({permissions: ['inquiry.read']});
  const {said} = await print(`/inquiries/${inquiryId}/print`, reader);
  assert.ok(said.includes('Анна') && !said.includes('ERIKSSON') && said.includes('verification.read'));
  const blind = await world.makeKey({permissions: ['*'], attributeBlocklist: ['name-*']});
  const blocked = (await print(`/inquiries/${inquiryId}/print`, blind)).said;
  assert.ok(!blocked.includes('Анна') && !blocked.includes('ERIKSSON') && blocked.includes('MRZ detection'));
});

test('prints nothing of another environment', async () => {
  assert.equal((await print(`/inquiries/${inquiryId}/print`, world.otherKey)).response.status, 404);
  assert.equal((await print(`/verifications/${verificationId}/print`, world.otherKey)).response.status, 404);
});

test('prints nothing of a person who was redacted', async () => {
  await world.request('DELETE', `/inquiries/${inquiryId}`);
  const {response, said} = await print(`/inquiries/${inquiryId}/print`);
  assert.equal(response.status, 200);
  assert.ok(!said.includes('Анна') && !said.includes('ERIKSSON') && said.includes('redacted'));
});
