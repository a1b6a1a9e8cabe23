import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {documentOnly} from '../../../src/domain/default-templates.ts';
import {openApiWorld} from './api-world.ts';
import type {ApiWorld} from './api-world.ts';

let world: ApiWorld;
before(async () => {
  world = await openApiWorld();
});
after(() => world.close());

const post = (path: string, attributes?: object) =>
  world.request('POST', path, attributes ? {body: {data: {attributes}}} : {});
const create = async () =>
  String((await post('/inquiry-templates', {name: 'Ours', graph: documentOnly})).body.data?.id);
const draftOf = async (templateId: string, graph: object) =>
  String((await post('/inquiry-template-versions', {'inquiry-template-id': templateId, graph})).body.data?.id);
const graphOf = async (versionId: string) =>
  (await world.request('GET', `/inquiry-template-versions/${versionId}/graph`)).body.data?.attributes['graph'];

test('what was exported comes back the same, whatever the key inflection', async () => {
  const versionId = await draftOf(await create(), documentOnly);
  assert.deepEqual(await graphOf(versionId), documentOnly);
  const camel = await world.request('GET', `/inquiry-template-versions/${versionId}/graph`, {
    headers: {'Key-Inflection': 'camel'},
  });
  assert.deepEqual(camel.body.data?.attributes['graph'], documentOnly);
});

test('a draft may be unfinished; publishing says everything that is wrong with it', async () => {
  const templateId = await create();
  const versionId = await draftOf(templateId, {...documentOnly, start: 'nowhere'});
  const {status, body} = await post(`/inquiry-template-versions/${versionId}/publish`);
  assert.equal(status, 400);
  assert.equal(body.errors?.[0]?.meta?.source?.pointer, '/start');
  assert.ok((body.errors?.length ?? 0) > 1);
  const edited = await world.request('PATCH', `/inquiry-template-versions/${versionId}`, {
    body: {data: {attributes: {graph: documentOnly}}},
  });
  assert.equal(edited.body.data?.attributes['status'], 'draft');
  const published = await post(`/inquiry-template-versions/${versionId}/publish`);
  assert.deepEqual([published.status, published.body.data?.attributes['live']], [200, true]);
});

test('a part that is wrong is refused at once, at its place in the body', async () => {
  const graph = {...documentOnly, requester: '', steps: {...documentOnly.steps, x: {kind: 'magic'}}};
  const {status, body} = await post('/inquiry-templates', {name: 'Ours', graph});
  assert.equal(status, 400);
  const pointers = body.errors?.map(({meta}) => meta?.source?.pointer);
  assert.ok(pointers?.includes('/data/attributes/graph/requester'), String(pointers));
  assert.ok(pointers?.includes('/data/attributes/graph/steps/x/kind'), String(pointers));
});

test('a published version never changes, and an archived one comes back', async () => {
  const templateId = await create();
  const versions = await world.request('GET', `/inquiry-template-versions?filter[inquiry-template-id]=${templateId}`);
  const first = String(versions.body.data?.[0]?.id);
  const second = await draftOf(templateId, {...documentOnly, requester: 'Second'});
  await post(`/inquiry-template-versions/${second}/publish`);
  const edit = await world.request('PATCH', `/inquiry-template-versions/${second}`, {
    body: {data: {attributes: {graph: documentOnly}}},
  });
  assert.equal(edit.status, 409);
  assert.equal((await post(`/inquiry-template-versions/${second}/archive`)).status, 409);

  const start = () => post('/inquiries', {'inquiry-template-id': templateId});
  const before = await start();
  await post(`/inquiry-template-versions/${first}/publish`);
  const after = await start();
  const pinned = [before, after].map(({body}) => {
    const version = body.data?.relationships?.['inquiry-template-version'] as {data: {id: string}};
    return version.data.id;
  });
  assert.deepEqual(pinned, [second, first]);
});

test('an archived template starts nothing until it is restored', async () => {
  const templateId = await create();
  const start = async () => (await post('/inquiries', {'inquiry-template-id': templateId})).status;
  await post(`/inquiry-templates/${templateId}/archive`);
  assert.equal(await start(), 422);
  await post(`/inquiry-templates/${templateId}/restore`);
  assert.equal(await start(), 201);
});

test('a draft runs no inquiry, and neither does one that was put away', async () => {
  const versionId = await draftOf(await create(), documentOnly);
  const start = async () => (await post('/inquiries', {'inquiry-template-version-id': versionId})).status;
  assert.equal(await start(), 404);
  await post(`/inquiry-template-versions/${versionId}/archive`);
  assert.equal(await start(), 404);
});

test('editors get a JSON Schema without a key', async () => {
  const {status, body} = await world.request('GET', '/schemas/inquiry-template.json', {key: ''});
  const schema = body as unknown as {$defs: Record<string, unknown>; properties: Record<string, unknown>};
  assert.equal(status, 200);
  assert.ok(schema.properties['steps'] && schema.$defs['expression']);
});
