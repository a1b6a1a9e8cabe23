import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import fc from 'fast-check';
import type {SearchClause} from '../../../src/protocol/search.ts';
import {openApiWorld} from './api-world.ts';
import type {ApiResource, ApiWorld} from './api-world.ts';

let world: ApiWorld;
before(async () => {
  world = await openApiWorld();
});
after(() => world.close());

async function create(more: object = {}): Promise<ApiResource> {
  const body = {data: {attributes: {'inquiry-template-id': world.templateId, ...more}}};
  const {body: answer} = await world.request('POST', '/inquiries', {body});
  assert.ok(answer.data);
  return answer.data;
}

const post = (path: string, body?: unknown) => world.request('POST', path, {body});

async function eventsOf(id: string): Promise<string[]> {
  const {body} = await world.request('GET', `/events?filter[object-id]=${id}&page[size]=100`);
  return (body.data ?? []).map(({attributes}) => String(attributes['name']));
}

test('tags are added, removed and set, and only a change is told', async () => {
  const {id} = await create({tags: ['a']});
  const tagsAfter = async (verb: string, meta: object) => {
    const {status, body} = await post(`/inquiries/${id}/${verb}`, {meta});
    assert.equal(status, 200);
    return body.data?.attributes['tags'];
  };
  assert.deepEqual(await tagsAfter('add-tag', {'tag-name': 'b'}), ['a', 'b']);
  assert.deepEqual(await tagsAfter('add-tag', {tag_name: 'b'}), ['a', 'b']);
  assert.deepEqual(await tagsAfter('remove-tag', {'tag-name': 'a'}), ['b']);
  assert.deepEqual(await tagsAfter('set-tags', {'tag-name': ['x', 'y']}), ['x', 'y']);
  assert.equal((await eventsOf(id)).filter((name) => name === 'inquiry.updated-tags').length, 3);
});

test('a tag is its name: ids of tags were never given out, and no name at all is refused', async () => {
  const {id} = await create();
  assert.equal((await post(`/inquiries/${id}/add-tag`, {meta: {'tag-id': 'tag_1'}})).status, 404);
  const refused = await post(`/inquiries/${id}/add-tag`, {meta: {}});
  assert.equal(refused.status, 400);
  assert.equal(refused.body.errors?.[0]?.meta?.source?.pointer, '/meta/tag-name');
});

test('redaction answers the empty inquiry, and a second one that it is gone', async () => {
  const {id} = await create({fields: {'name-first': 'Anna'}, note: 'about Anna', tags: ['a']});
  const {status, body} = await world.request('DELETE', `/inquiries/${id}`);
  assert.equal(status, 200);
  assert.ok(body.data?.attributes['redacted-at']);
  assert.deepEqual(body.data.attributes['fields'], {});
  assert.equal(body.data.attributes['note'], null);
  assert.equal((await world.request('DELETE', `/inquiries/${id}`)).status, 410);
  assert.equal((await post(`/inquiries/${id}/add-tag`, {meta: {'tag-name': 'b'}})).status, 410);
  assert.ok((await eventsOf(id)).includes('inquiry.redacted'));
});

test('a search finds by status, reference, time and field, put together by and, or and not', async () => {
  const one = await create({'reference-id': 'search-1', fields: {'name-first': 'Søren'}, note: 'search'});
  world.advance(1000);
  const two = await create({'reference-id': 'search-2', note: 'search'});
  await post(`/inquiries/${two.id}/approve`);
  const found = async (query: SearchClause) => {
    const {status, body} = await post('/inquiries/search', {
      query: {and: [{attribute: 'note', operator: 'eq', value: 'search'}, query]},
    });
    assert.equal(status, 200, JSON.stringify(body));
    return (body.data ?? []).map(({id}) => id);
  };
  const approved: SearchClause = {attribute: 'status', operator: 'eq', value: 'approved'};
  assert.deepEqual(await found(approved), [two.id]);
  assert.deepEqual(await found({not: approved}), [one.id]);
  assert.deepEqual(await found({or: [approved, {attribute: 'reference_id', operator: 'eq', value: 'search-1'}]}), [
    two.id,
    one.id,
  ]);
  assert.deepEqual(await found({attribute: 'fields.name-first', operator: 'eq', value: 'Søren'}), [one.id]);
  assert.deepEqual(await found({not: {attribute: 'fields.name-first', operator: 'eq', value: 'Søren'}}), [two.id]);
  assert.deepEqual(await found({attribute: 'createdAt', operator: 'lt', value: '2020-01-01'}), []);
  assert.deepEqual(await found({attribute: 'created_at', operator: 'gte', value: '2020-01-01'}), [two.id, one.id]);
});

test('what cannot be searched is refused at its place', async () => {
  const pointerOf = async (body: unknown) => {
    const answer = await post('/inquiries/search', body);
    assert.equal(answer.status, 400, JSON.stringify(answer.body));
    return answer.body.errors?.[0]?.meta?.source?.pointer;
  };
  const status = {attribute: 'status', operator: 'eq', value: 'created'};
  assert.equal(await pointerOf({query: {and: [status, {...status, attribute: 'colour'}]}}), '/query/and/1/attribute');
  assert.equal(await pointerOf({query: {...status, attribute: 'created_at'}}), '/query/value');
  assert.equal(await pointerOf({sort: {attribute: 'status', direction: 'asc'}}), '/sort/attribute');
  assert.equal(await pointerOf({query: {not: {not: {not: {not: {not: status}}}}}}), '/query/not/not/not/not/not');
});

test('pages of a search are stable in either order, with the cursor in the body or the address', async () => {
  const ids: string[] = [];
  for (let i = 0; i < 5; i += 1) {
    world.advance(1000);
    ids.push((await create({note: 'paged'})).id);
  }
  world.advance(1000);
  // the oldest is changed last
  await post(`/inquiries/${ids[0]}/add-tag`, {meta: {'tag-name': 'late'}});
  const query = {attribute: 'note', operator: 'eq', value: 'paged'};
  for (const [sort, expected] of [
    [undefined, [4, 3, 2, 1, 0]],
    [{attribute: 'created_at', direction: 'asc'}, [0, 1, 2, 3, 4]],
    [{attribute: 'updated_at', direction: 'desc'}, [0, 4, 3, 2, 1]],
    [{attribute: 'updated_at', direction: 'asc'}, [1, 2, 3, 4, 0]],
  ] as const) {
    const walked: string[] = [];
    const body = {query, ...(sort && {sort}), page: {size: 2}};
    for (let next: string | null = '/inquiries/search'; next !== null;) {
      const answer: Awaited<ReturnType<typeof post>> = await post(next.replace('/api/v1', ''), body);
      walked.push(...(answer.body.data ?? []).map(({id}) => id));
      next = answer.body.links?.next ?? null;
    }
    assert.deepEqual(
      walked.map((id) => ids.indexOf(id)),
      expected,
    );
    const before = await post('/inquiries/search', {...body, page: {size: 2, before: ids[expected[3]]}});
    assert.deepEqual(
      (before.body.data ?? []).map(({id}) => ids.indexOf(id)),
      expected.slice(1, 3),
    );
  }
});

test('no clause makes the search fail: it answers, or says what was wrong', async () => {
  const leaf = fc.record({
    attribute: fc.oneof(
      fc.constantFrom('status', 'created_at', 'note', 'fields.name-first', 'account_id'),
      fc.string(),
    ),
    operator: fc.constantFrom('eq', 'gt', 'gte', 'lt', 'lte'),
    value: fc.oneof(fc.string({unit: 'binary'}), fc.double({noNaN: true, noDefaultInfinity: true}), fc.boolean()),
  });
  const {clause} = fc.letrec((tie) => ({
    clause: fc.oneof(
      {maxDepth: 3},
      leaf,
      fc.record({and: fc.array(tie('clause'), {maxLength: 3})}),
      fc.record({or: fc.array(tie('clause'), {maxLength: 3})}),
      fc.record({not: tie('clause')}),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(clause, async (query) => {
      const {status} = await post('/inquiries/search', {query});
      assert.ok(status === 200 || status === 400, String(status));
    }),
    {numRuns: 60},
  );
});
