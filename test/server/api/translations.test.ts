import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {wordyGraph} from '../../domain/translations-graph.ts';
import {openApiWorld} from './api-world.ts';
import type {ApiWorld} from './api-world.ts';

let world: ApiWorld;
let templateId: string;
before(async () => {
  world = await openApiWorld();
  const body = {data: {attributes: {name: 'Wordy', graph: wordyGraph}}};
  templateId = String((await world.request('POST', '/inquiry-templates', {body})).body.data?.id);
});
after(() => world.close());

const german = (value: string, component = '1-text-input') => ({
  data: {
    attributes: {
      translations: [{step: 'form', component, 'attribute-name': 'label', 'locale-values': [{locale: 'de', value}]}],
    },
  },
});
const labelOf = (translations: unknown) => JSON.stringify(translations).match(/"locale":"de","value":"([^"]*)"/)?.[1];

test('texts go out, come in as a draft, and count once it is published', async () => {
  const address = `/inquiry-templates/${templateId}/translations`;
  const out = await world.request('GET', address);
  assert.equal(out.body.data?.type, 'inquiry-template-translations');
  assert.equal((out.body.data?.attributes['translations'] as unknown[]).length, 7);
  const imported = await world.request('POST', address, {body: german('Firma')});
  assert.deepEqual([imported.status, imported.body.data?.attributes['status']], [200, 'draft']);
  assert.equal(labelOf((await world.request('GET', address)).body), 'Firma');
  const again = await world.request('POST', address, {body: german('Unternehmen')});
  assert.equal(again.body.data?.id, imported.body.data?.id, 'into the same draft');
  const published = await world.request('POST', `/inquiry-template-versions/${imported.body.data?.id}/publish`);
  assert.equal(published.status, 200);
  assert.equal(labelOf((await world.request('GET', address)).body), 'Unternehmen');
});

test('a row without a place is named, and nothing of the import stays', async () => {
  const address = `/inquiry-templates/${templateId}/translations`;
  const before = (await world.request('GET', address)).body.data;
  const body = german('Alles');
  body.data.attributes.translations.push(...german('Nichts', '9-title').data.attributes.translations);
  const {status, body: answer} = await world.request('POST', address, {body});
  assert.equal(status, 400);
  assert.equal(answer.errors?.[0]?.meta?.source?.pointer, '/data/attributes/translations/1');
  assert.deepEqual((await world.request('GET', address)).body.data, before);
});

test('a draft that changed since it was read is not written over', async () => {
  const draft = await world.request('POST', '/inquiry-template-versions', {
    body: {data: {attributes: {'inquiry-template-id': templateId, graph: wordyGraph}}},
  });
  const address = `/inquiry-template-versions/${draft.body.data?.id}`;
  const read = await world.request('GET', `${address}/graph`);
  const tag = String(read.headers.get('etag'));
  assert.equal(tag, '"1"');
  const edit = (ifMatch: string, requester: string) =>
    world.request('PATCH', address, {
      headers: {'if-match': ifMatch},
      body: {data: {attributes: {graph: {...wordyGraph, requester}}}},
    });
  const first = await edit(tag, 'Ann');
  assert.deepEqual([first.status, first.headers.get('etag')], [200, '"2"']);
  const second = await edit(tag, 'Ben');
  assert.deepEqual([second.status, second.headers.get('error-code')], [412, 'precondition_failed']);
  assert.match(second.body.errors?.[0]?.details ?? '', /"2"/);
  const words = await world.request('PATCH', `${address}/translations`, {
    headers: {'if-match': tag},
    body: german('Firma'),
  });
  assert.equal(words.status, 412);
  const graph = (await world.request('GET', `${address}/graph`)).body.data?.attributes['graph'] as {requester: string};
  assert.equal(graph.requester, 'Ann');
  assert.equal((await edit('*', 'Cem')).status, 200, 'whoever does not care may');
  assert.equal((await edit('yesterday', 'Dora')).headers.get('error-code'), 'invalid_header');
  assert.equal((await world.request('PATCH', `${address}/translations`, {body: german('Firma')})).status, 200);
});

test('versions tell of their making and their publication', async () => {
  const draft = await world.request('POST', '/inquiry-template-versions', {
    body: {data: {attributes: {'inquiry-template-id': templateId, graph: wordyGraph}}},
  });
  world.advance(1000);
  await world.request('POST', `/inquiry-template-versions/${draft.body.data?.id}/publish`);
  const {body} = await world.request('GET', `/events?filter[object-id]=${draft.body.data?.id}`);
  assert.deepEqual(
    body.data?.map(({attributes}) => attributes['name']),
    ['inquiry-template-version.published', 'inquiry-template-version.created'],
  );
});
