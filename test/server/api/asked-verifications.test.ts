/** Verifications and documents that a backend leads itself, from the pictures to their redaction. */
import assert from 'node:assert/strict';
import {after, before, beforeEach, test} from 'node:test';
import {readDocument} from '../../../src/commands/read-document.ts';
import {runVerification} from '../../../src/commands/run-verification.ts';
import {proofOfAddress} from '../../../src/domain/default-templates.ts';
import {check, failedCheck, passport, scriptedEngines} from '../flow/scripted-engines.ts';
import type {Script, ScriptedEngines} from '../flow/scripted-engines.ts';
import {openApiWorld} from './api-world.ts';
import type {ApiWorld} from './api-world.ts';

let world: ApiWorld;
let engines: ScriptedEngines;
before(async () => {
  world = await openApiWorld({graph: {steps: {...proofOfAddress.steps}}});
});
beforeEach(() => {
  engines = scriptedEngines({
    frames: () => ({frames: [], cpuMs: 0}),
    selfie: ({frames}) => ({
      checks: [],
      displayImages: frames.map(({id, pose}) => ({pose, evidenceId: id, jpeg: picture, width: 1, height: 1})),
      cpuMs: 0,
    }),
  });
  world.ctx.engines = engines;
});
after(() => world.close());

const picture = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const photo = {data: picture.toString('base64'), filename: 'front.jpg'};
const job = {id: 'job', attempt: 1, signal: new AbortController().signal};

const proof: Script = ({evidence}) => ({
  documentType: 'utility_bill',
  fields: {'address-city': {value: 'Berlin', sources: ['text'], confidence: 1}},
  checks: [check('document_type_detection')],
  displayImages: evidence.map(({id}) => ({side: 'page' as const, evidenceId: id, jpeg: picture, width: 1, height: 1})),
  cpuMs: 1,
});

const post = (path: string, attributes: object = {}, headers: Record<string, string> = {}) =>
  world.request('POST', path, {body: {data: {attributes}}, headers});
const get = async (path: string) => (await world.request('GET', path)).body.data;
/** The worker's clock is late; what happened is told in its order all the same. */
async function late(work: () => Promise<void>): Promise<void> {
  world.advance(-60_000);
  await work();
  world.advance(60_000);
}
const run = (id: string) => late(() => runVerification(world.ctx, {envId: world.envId, verificationId: id}, job));
const read = (documentId: string) => late(() => readDocument(world.ctx, {envId: world.envId, documentId}, job));

async function eventsOf(id: string): Promise<string[]> {
  const {body} = await world.request('GET', `/events?filter[object-id]=${id}&page[size]=100`);
  return (body.data ?? []).map(({attributes}) => String(attributes['name'])).reverse();
}

async function makeInquiry(): Promise<string> {
  const {body} = await post('/inquiries', {
    'inquiry-template-id': world.templateId,
    fields: {'name-first': 'Anna', 'name-last': 'Eriksson'},
  });
  return body.data?.id ?? '';
}

test('a government ID is created with its pictures, submitted, and read as any other', async () => {
  engines.script(passport());
  const created = await post('/verification/government-ids', {
    'country-code': 'DE',
    'selected-id-class': ['pp'],
    'front-photo': photo,
  });
  assert.equal(created.status, 201);
  const {id, attributes, relationships} = created.body.data ?? assert.fail();
  assert.equal(attributes['status'], 'initiated');
  assert.equal(attributes['id-class'], 'pp');
  assert.deepEqual(relationships['inquiry'], {data: null});

  const submitted = await post(`/verification/government-ids/${id}/submit`);
  assert.equal(submitted.body.data?.attributes['status'], 'submitted');
  await run(id);
  const [input] = engines.inputs;
  assert.deepEqual(input?.chosen, {country: 'DE', type: 'pp'});
  assert.deepEqual(
    input?.evidence.map(({side, bytes}) => [side, Buffer.from(bytes).equals(picture)]),
    [['front', true]],
  );

  const passed = await get(`/verification/government-ids/${id}`);
  assert.equal(passed?.attributes['status'], 'passed');
  assert.match(String(passed?.attributes['front-photo-url']), /\/files\/fil_/);
  assert.deepEqual(await eventsOf(id), ['verification.created', 'verification.submitted', 'verification.passed']);
  const document = passed?.relationships['document']?.data as {id: string};
  assert.deepEqual(await eventsOf(document.id), ['document.created', 'document.submitted', 'document.processed']);
});

test('its pictures are shown, and are gone with everything else once it is redacted', async () => {
  engines.script(passport());
  const {body} = await post('/verification/government-ids', {'front-photo': photo});
  const id = body.data?.id ?? '';
  await post(`/verification/government-ids/${id}/submit`);
  await run(id);
  await world.database.execute(
    "insert into identity_trace (env_id, kind, hash, inquiry_id, created_at) values ($1, 'email-address', 'ab', $2, now())",
    [world.envId, id],
  );
  const url = String((await get(`/verifications/${id}`))?.attributes['front-photo-url']);
  const download = async () => (await world.download(url)).status;
  assert.equal(await download(), 200);

  const redacted = await world.request('DELETE', `/verifications/${id}`);
  assert.equal(redacted.status, 200);
  assert.equal(redacted.body.data?.attributes['document-number'], null);
  assert.equal(await download(), 410);
  const {rows} = await world.database.execute(
    'select (select wrapped_key from subject_key where subject_id = $1) as key, (select count(*)::int from document_number where inquiry_id = $1) as numbers, (select count(*)::int from identity_trace where inquiry_id = $1) as traces',
    [id],
  );
  assert.deepEqual(rows, [{key: null, numbers: 0, traces: 0}]);
  assert.equal((await post(`/verification/government-ids/${id}/submit`)).status, 410);
});

test('pictures may come later, in JSON or as a form, and a second one of a side takes the place of the first', async () => {
  engines.script(passport());
  const {body} = await post('/verification/government-ids');
  const id = body.data?.id ?? '';
  assert.equal((await post(`/verification/government-ids/${id}/submit`)).status, 422);

  const address = `/verifications/government-ids/${id}`;
  const first = await world.request('PATCH', address, {body: {data: {attributes: {'front-photo': {data: photo}}}}});
  assert.equal(first.status, 200);
  const form = new FormData();
  form.set('data[attributes][front_photo]', new Blob([picture]), 'again.jpg');
  form.set('data[attributes][back_photo]', new Blob([picture]), 'back.jpg');
  const encoded = new Response(form);
  const second = await world.request('PATCH', address, {
    raw: await encoded.arrayBuffer(),
    headers: {'content-type': encoded.headers.get('content-type') ?? ''},
  });
  assert.equal(second.status, 200);
  await post(`/verification/government-ids/${id}/submit`);
  await run(id);
  assert.deepEqual(
    engines.inputs[0]?.evidence.map(({side}) => side),
    ['front', 'back'],
  );
  const late = await world.request('PATCH', address, {body: {data: {attributes: {'front-photo': photo}}}});
  assert.equal(late.status, 409);
  assert.equal((await post(`/verification/government-ids/${id}/submit`)).status, 409);
});

test('a file that is no picture is refused by its place, and nothing was made', async () => {
  const count = async () => (await world.database.execute('select count(*)::int as n from verification', [])).rows;
  const before = await count();
  const text = {data: Buffer.from('hello, this is text').toString('base64'), filename: 'a.jpg'};
  const {status, body, headers} = await post('/verification/selfies', {'left-photo': text});
  assert.equal(status, 422);
  assert.equal(headers.get('error-reason'), 'file_unsupported');
  assert.equal(body.errors?.[0]?.source?.pointer, '/data/attributes/left-photo');
  const misnamed = await post('/verification/government-ids', {'front-photo': {...photo, filename: 'front.pdf'}});
  assert.deepEqual([misnamed.status, misnamed.headers.get('error-reason')], [422, 'file_wrong_extension']);
  assert.deepEqual(await count(), before);
});

test('the same request under its idempotency key makes one', async () => {
  const send = () => post('/verification/selfies', {'center-photo': photo}, {'idempotency-key': 'selfie-1'});
  const [first, second] = [await send(), await send()];
  assert.equal(first.body.data?.id, second.body.data?.id);
  assert.equal(second.headers.get('idempotent-replayed'), 'true');
});

test('a failed required check fails it; a missing side asks for another try', async () => {
  engines.script(passport({checks: [failedCheck('id_expired_detection', 'expired')]}), passport({missingSide: 'back'}));
  const statuses = [];
  for (let i = 0; i < 2; i += 1) {
    const {body} = await post('/verification/government-ids', {'front-photo': photo});
    const id = body.data?.id ?? '';
    await post(`/verification/government-ids/${id}/submit`);
    await run(id);
    statuses.push((await get(`/verifications/${id}`))?.attributes['status']);
  }
  assert.deepEqual(statuses, ['failed', 'requires_retry']);
});

test('a selfie from files is judged as files', async () => {
  const {body} = await post('/verification/selfies', {
    'center-photo': photo,
    'left-photo': photo,
    'right-photo': photo,
  });
  const id = body.data?.id ?? '';
  await post(`/verification/selfies/${id}/submit`);
  await run(id);
  const done = await get(`/verification/selfies/${id}`);
  assert.equal(done?.attributes['status'], 'passed');
  assert.equal(done?.attributes['capture-method'], 'upload');
  assert.match(String(done?.attributes['center-photo-url']), /center\.jpg/);
});

test('a document is collected for an inquiry, read, and taken up by a verification', async () => {
  engines.script(proof);
  const inquiryId = await makeInquiry();
  const created = await post('/document/generics', {'inquiry-id': inquiryId, kind: 'proof_of_address', files: [photo]});
  assert.equal(created.status, 201);
  const {id} = created.body.data ?? assert.fail();
  assert.equal((await post(`/document/generics/${id}/submit`)).body.data?.attributes['status'], 'submitted');
  await read(id);
  const document = await get(`/document/generics/${id}`);
  assert.equal(document?.attributes['status'], 'processed');
  assert.equal(document?.attributes['kind'], 'proof_of_address');
  assert.deepEqual(await eventsOf(id), ['document.created', 'document.submitted', 'document.processed']);

  const ask = {'inquiry-id': inquiryId, 'document-id': id};
  const verification = (await post('/verification/documents', ask)).body.data ?? assert.fail();
  assert.equal((await post('/verification/documents', ask)).status, 409);
  await post(`/verification/documents/${verification.id}/submit`);
  await run(verification.id);
  const passed = await get(`/verification/documents/${verification.id}?include=inquiry`);
  assert.equal(passed?.attributes['status'], 'passed');
  assert.deepEqual(passed?.relationships['inquiry'], {data: {type: 'inquiry', id: inquiryId}});

  await world.request('DELETE', `/inquiries/${inquiryId}`);
  assert.equal((await get(`/verifications/${verification.id}`))?.attributes['document-type'], null);
});

test('a government ID is collected, gets its back, and is read', async () => {
  engines.script(passport());
  const inquiryId = await makeInquiry();
  const created = await post('/document/government-ids', {
    'inquiry-id': inquiryId,
    'country-code': 'DE',
    'front-photo': photo,
  });
  const id = created.body.data?.id ?? '';
  const body = {data: {attributes: {'selected-id-class': ['id'], 'back-photo': photo}}};
  assert.equal((await world.request('PATCH', `/document/government-ids/${id}`, {body})).status, 200);
  await post(`/document/government-ids/${id}/submit`);
  await read(id);
  assert.equal((await get(`/document/government-ids/${id}`))?.attributes['status'], 'processed');
  assert.equal((await world.request('PATCH', `/document/government-ids/${id}`, {body})).status, 409);
});

test('a document of which nothing can be opened has erred, and says so', async () => {
  engines.script(passport({displayImages: []}));
  const created = await post('/document/government-ids', {'inquiry-id': await makeInquiry(), 'front-photo': photo});
  const id = created.body.data?.id ?? '';
  await post(`/document/government-ids/${id}/submit`);
  await read(id);
  assert.equal((await get(`/document/government-ids/${id}`))?.attributes['status'], 'errored');
  assert.deepEqual(await eventsOf(id), ['document.created', 'document.submitted', 'document.errored']);
});

test('a template names what is asked; one without such a step does not', async () => {
  const {status, body} = await post('/verification/government-ids', {'verification-template-id': world.templateId});
  assert.equal(status, 404);
  assert.equal(body.errors?.[0]?.meta?.source?.pointer, '/data/attributes/verification-template-id');
  assert.equal((await post('/document/generics', {'inquiry-id': 'inq_nothing', files: [photo]})).status, 404);
});
