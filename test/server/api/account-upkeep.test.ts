import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {insertFaceTemplate} from '../../../src/storage/face-template.ts';
import {everythingOf} from '../../commands/furnished-environment.ts';
import {openApiWorld} from './api-world.ts';
import type {ApiResource, ApiWorld} from './api-world.ts';

let world: ApiWorld;
before(async () => {
  world = await openApiWorld();
});
after(() => world.close());

const post = (path: string, body?: unknown) => world.request('POST', path, {body});

async function make(attributes: object = {}): Promise<ApiResource> {
  const {status, body} = await post('/accounts', {data: {attributes}});
  assert.ok(status === 201 && body.data, JSON.stringify(body));
  return body.data;
}

async function eventsOf(id: string): Promise<string[]> {
  const {body} = await world.request('GET', `/events?filter[object-id]=${id}&page[size]=100`);
  return (body.data ?? []).map(({attributes}) => String(attributes['name'])).reverse();
}

test('an update merges fields, and tells each thing that changed', async () => {
  const {id} = await make({'reference-id': 'update', fields: {name: {first: 'Anna', last: 'Old'}}, tags: ['a']});
  const {status, body} = await world.request('PATCH', `/accounts/${id}`, {
    body: {
      data: {
        attributes: {
          'reference-id': 'updated',
          'account-status': 'blocked',
          tags: ['b'],
          'name-last': 'New',
          fields: {birthdate: '1974-08-12'},
        },
      },
    },
  });
  assert.equal(status, 200);
  const shown = body.data?.attributes ?? {};
  assert.equal(shown['reference-id'], 'updated');
  assert.equal(shown['account-status'], 'blocked');
  assert.deepEqual(shown['tags'], ['b']);
  const {name} = shown['fields'] as {name: {value: Record<string, {value: unknown}>}};
  assert.deepEqual([name.value['first']?.value, name.value['last']?.value], ['Anna', 'New']);
  assert.deepEqual(await eventsOf(id), [
    'account.created',
    'account.updated-fields',
    'account.status-updated',
    'account.tag-added',
    'account.tag-removed',
    'account.updated-tags',
  ]);
});

test('an update that changes nothing tells nobody, and a taken reference id is a conflict', async () => {
  const {id} = await make({'reference-id': 'same', tags: ['a']});
  await make({'reference-id': 'taken'});
  await world.request('PATCH', `/accounts/${id}`, {body: {data: {attributes: {'reference-id': 'same', tags: ['a']}}}});
  assert.deepEqual(await eventsOf(id), ['account.created']);
  const taken = await world.request('PATCH', `/accounts/${id}`, {
    body: {data: {attributes: {'reference-id': 'taken'}}},
  });
  assert.equal(taken.status, 409);
  const unknown = await world.request('PATCH', `/accounts/${id}`, {body: {data: {attributes: {colour: 'red'}}}});
  assert.equal(unknown.status, 422);
});

test('tags of accounts say what was added and removed', async () => {
  const {id} = await make();
  const {body} = await post(`/accounts/${id}/add-tag`, {meta: {'tag-name': 'vip'}});
  assert.deepEqual(body.data?.attributes['tags'], ['vip']);
  const events = await world.request('GET', `/events?filter[object-id]=${id}&filter[name]=account.updated-tags`);
  assert.deepEqual(events.body.data?.[0]?.attributes['context'], {'added-tags': ['vip'], 'removed-tags': []});
});

test('accounts are found by reference, status and field', async () => {
  const one = await make({'reference-id': 'find-1', fields: {name: {last: 'Lovelace'}}});
  world.advance(1000);
  const two = await make({'reference-id': 'find-2', fields: {name: {last: 'Lovelace'}}, 'account-status': 'blocked'});
  const found = async (query: object) => ((await post('/accounts/search', {query})).body.data ?? []).map(({id}) => id);
  const lovelace = {attribute: 'fields.name_last', operator: 'eq', value: 'Lovelace'};
  assert.deepEqual(await found(lovelace), [two.id, one.id]);
  assert.deepEqual(await found({and: [lovelace, {attribute: 'status', operator: 'eq', value: 'blocked'}]}), [two.id]);
  assert.deepEqual(await found({attribute: 'reference_id', operator: 'eq', value: 'find-1'}), [one.id]);
  const type = String((one.relationships['account-type']?.data as {id: string}).id);
  assert.equal((await found({and: [lovelace, {attribute: 'type', operator: 'eq', value: type}]})).length, 2);
});

test('relations are added once, listed page by page, and taken away', async () => {
  const [parent, ...children] = [await make(), await make(), await make(), await make()];
  assert.ok(parent);
  const relate = (verb: string, targetId: string) =>
    post(`/accounts/${parent.id}/${verb}-relation`, {
      meta: {'relation-schema-key': 'related_accounts', 'target-object-id': targetId},
    });
  for (const {id} of children) assert.equal((await relate('add', id)).status, 200);
  await relate('add', children[0]?.id ?? '');
  const related = async () => {
    const ids: string[] = [];
    let next: string | null = `/accounts/${parent.id}/relations?filter[key]=related_accounts&page[size]=2`;
    while (next !== null) {
      const {status, body}: Awaited<ReturnType<typeof post>> = await world.request('GET', next.replace('/api/v1', ''));
      assert.equal(status, 200);
      ids.push(...(body.data ?? []).map(({id}) => id));
      next = body.links?.next ?? null;
    }
    return ids.sort();
  };
  assert.deepEqual(await related(), children.map(({id}) => id).sort());
  await relate('remove', children[0]?.id ?? '');
  assert.deepEqual(
    await related(),
    children
      .slice(1)
      .map(({id}) => id)
      .sort(),
  );
  const events = await eventsOf(parent.id);
  assert.equal(events.filter((name) => name === 'account.added-relation').length, 3);
  assert.equal(events.filter((name) => name === 'account.removed-relation').length, 1);
  assert.equal((await relate('add', parent.id)).status, 400);
  assert.equal((await relate('add', 'act_nothing')).status, 404);
  const unknown = await post(`/accounts/${parent.id}/add-relation`, {
    meta: {'relation-schema-key': 'colour', 'target-object-id': children[1]?.id},
  });
  assert.equal(unknown.status, 400);
});

test('consolidation moves what hangs on the sources and ends them', async () => {
  const target = await make({'reference-id': 'target', fields: {name: {first: 'Keep'}}});
  const source = await make({'reference-id': 'source', fields: {name: {first: 'Lose'}}});
  const inquiry = await post('/inquiries', {
    data: {attributes: {'inquiry-template-id': world.templateId, 'account-id': source.id}},
  });
  const face = {env_id: world.envId, inquiry_id: inquiry.body.data?.id ?? '', account_id: source.id, model: 'test'};
  await world.database.transaction((tx) =>
    insertFaceTemplate(tx, {...face, sealed: Buffer.from('x'), created_at: world.now()}),
  );
  const merged = await post(`/accounts/${target.id}/consolidate`, {meta: {'source-account-ids': [source.id]}});
  assert.equal(merged.status, 202);
  const moved = await world.request('GET', `/inquiries/${inquiry.body.data?.id}`);
  assert.deepEqual(moved.body.data?.relationships['account']?.data, {type: 'account', id: target.id});
  assert.equal(moved.body.data?.attributes['reference-id'], 'target');
  const {account_id: owner} = await world.database.db
    .selectFrom('face_template')
    .select('account_id')
    .where('inquiry_id', '=', face.inquiry_id)
    .executeTakeFirstOrThrow();
  assert.equal(owner, target.id);
  assert.deepEqual((await eventsOf(source.id)).slice(1), ['account.consolidated', 'account.archived']);
  assert.deepEqual((await eventsOf(target.id)).slice(1), ['account.consolidated-with']);

  for (const attributes of [{'account-id': source.id}, {'reference-id': 'source'}]) {
    const body = {data: {attributes: {'inquiry-template-id': world.templateId, ...attributes}}};
    assert.equal((await post('/inquiries', body)).status, 409);
  }
  const again = await post(`/accounts/${target.id}/consolidate`, {meta: {'source-account-ids': [source.id]}});
  assert.equal(again.status, 409);
  assert.equal(again.body.errors?.[0]?.meta?.source?.pointer, '/meta/source-account-ids/0');
  const itself = await post(`/accounts/${target.id}/consolidate`, {meta: {'source-account-ids': [target.id]}});
  assert.equal(itself.status, 409);
  const nobody = await post(`/accounts/${target.id}/consolidate`, {meta: {'source-account-ids': ['act_nobody']}});
  assert.equal(nobody.status, 404);
});

test('redaction forgets the person in every row, with their inquiries and those merged into them', async () => {
  const secret = 'Zaphod-Beeblebrox';
  const fields = {name: {first: secret}, 'social-security-number': `${secret}-1`};
  const target = await make({'reference-id': `ref-${secret}`, fields, tags: [secret]});
  const source = await make({'reference-id': `src-${secret}`, fields});
  await post('/inquiries', {
    data: {
      attributes: {
        'inquiry-template-id': world.templateId,
        'account-id': source.id,
        note: secret,
        fields: {'name-first': secret},
      },
    },
  });
  await post(`/accounts/${target.id}/consolidate`, {meta: {'source-account-ids': [source.id]}});
  const before = JSON.stringify(await everythingOf(world.database, world.envId));
  assert.ok(before.includes(secret), 'the test sees what it looks for');

  const {status, body} = await world.request('DELETE', `/accounts/${target.id}`);
  assert.equal(status, 200);
  assert.ok(body.data?.attributes['redacted-at']);
  assert.deepEqual(body.data.attributes['fields'], {});
  const after = JSON.stringify(await everythingOf(world.database, world.envId));
  assert.ok(!after.includes(secret));
  assert.equal((await world.request('DELETE', `/accounts/${target.id}`)).status, 410);
  assert.equal((await post(`/accounts/${target.id}/add-tag`, {meta: {'tag-name': 'a'}})).status, 410);
  // the name is free again
  await make({'reference-id': `ref-${secret}`});
});

test('the type of accounts says which fields and relations there are', async () => {
  const {id, relationships} = await make();
  const type = (relationships['account-type']?.data as {id: string}).id;
  const {body} = await world.request('GET', `/account-types/${type}`);
  const keys = (body.data?.attributes['field-schemas'] as {key: string}[]).map(({key}) => key);
  assert.ok(keys.includes('name') && keys.includes('related_accounts'));
  const read = await world.request('GET', `/accounts/${id}?include=account-type`);
  assert.deepEqual(read.body.included, [body.data]);
  assert.equal((await world.request('GET', `/account-types/${type}`, {key: world.otherKey})).status, 404);
});
