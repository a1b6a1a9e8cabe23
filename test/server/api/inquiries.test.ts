import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {openApiWorld} from './api-world.ts';
import type {ApiRequest, ApiWorld} from './api-world.ts';

let world: ApiWorld;
before(async () => {
  world = await openApiWorld();
});
after(() => world.close());

const attributes = (more: object = {}) => ({'inquiry-template-id': world.templateId, ...more});
const create = (more: object = {}, meta: object = {}, options: ApiRequest = {}) =>
  world.request('POST', '/inquiries', {body: {data: {attributes: attributes(more)}, meta}, ...options});

test('an inquiry is created with an account, a session and a link, and read back the same', async () => {
  const created = await create(
    {
      'reference-id': 'person-1',
      fields: {'name-first': 'Anna Maria', birthdate: '1974-08-12'},
      tags: ['vip'],
      note: 'first',
    },
    {'auto-create-inquiry-session': true, 'auto-create-one-time-link': true},
  );
  assert.equal(created.status, 201);
  const inquiry = created.body.data;
  assert.ok(inquiry);
  assert.equal(inquiry.attributes['status'], 'created');
  assert.equal(inquiry.attributes['reference-id'], 'person-1');
  assert.match(String(created.body.meta?.['session-token']), /^[\w-]{40,}$/);
  assert.match(String(created.body.meta?.['one-time-link']), /^http:\/\/localhost:3000\/verify\?code=[\w-]{20,}$/);

  const read = await world.request('GET', `/inquiries/${inquiry.id}`);
  assert.equal(read.status, 200);
  assert.deepEqual(read.body.data, inquiry);
});

test('nothing is included unless asked, then what is related comes along', async () => {
  const {body} = await create({'reference-id': 'person-include'}, {'auto-create-inquiry-session': true});
  assert.equal(body.included, undefined);
  const read = await world.request('GET', `/inquiries/${body.data?.id}?include=account,sessions,inquiry-template`);
  assert.deepEqual(read.body.included?.map(({type}) => type).sort(), [
    'account',
    'inquiry-session',
    'inquiry-template',
  ]);
  const wrong = await world.request('GET', `/inquiries/${body.data?.id}?include=friends`);
  assert.equal(wrong.status, 400);
  assert.equal(wrong.body.errors?.[0]?.meta?.source?.pointer, 'include');
});

test('an inquiry goes through its decisions, and a wrong one is refused', async () => {
  const {body} = await create();
  const id = body.data?.id;
  const review = await world.request('POST', `/inquiries/${id}/mark-for-review`);
  assert.equal(review.body.data?.attributes['status'], 'needs_review');
  const approved = await world.request('POST', `/inquiries/${id}/approve`, {body: {meta: {comment: 'looks right'}}});
  assert.equal(approved.status, 200);
  assert.equal(approved.body.data?.attributes['status'], 'approved');
  assert.equal(approved.body.data?.attributes['reviewer-comment'], 'looks right');
  const declined = await world.request('POST', `/inquiries/${id}/decline`);
  assert.equal(declined.status, 409);
  assert.equal(declined.body.errors?.[0]?.meta?.code, 'invalid_transition');
});

test('an expired inquiry resumes with a token; a created one does not', async () => {
  const {body} = await create();
  const id = body.data?.id;
  assert.equal((await world.request('POST', `/inquiries/${id}/resume`)).status, 409);
  const expired = await world.request('POST', `/inquiries/${id}/expire`);
  assert.equal(expired.body.data?.attributes['status'], 'expired');
  const resumed = await world.request('POST', `/inquiries/${id}/resume`);
  assert.equal(resumed.status, 200);
  assert.equal(resumed.body.data?.attributes['status'], 'pending');
  assert.match(String(resumed.body.meta?.['session-token']), /^[\w-]{40,}$/);
});

test('an update changes what is given and nothing else', async () => {
  const {body} = await create({note: 'old', fields: {'name-first': 'Anna', 'name-last': 'Eriksson'}});
  const updated = await world.request('PATCH', `/inquiries/${body.data?.id}`, {
    body: {data: {attributes: {fields: {'name-first': null}, tags: ['b']}}},
  });
  assert.equal(updated.status, 200);
  const fields = updated.body.data?.attributes['fields'] as Record<string, {value: unknown}>;
  assert.equal(fields['name-first']?.value, null);
  assert.equal(fields['name-last']?.value, 'Eriksson');
  assert.equal(updated.body.data?.attributes['note'], 'old');
});

test('a session is made for an open inquiry; its token stands in a header alone', async () => {
  const {body} = await create();
  const made = await world.request('POST', '/inquiry-sessions', {
    body: {data: {attributes: {'inquiry-id': body.data?.id}}},
  });
  assert.equal(made.status, 201);
  assert.match(made.headers.get('session-token') ?? '', /^[\w-]{40,}$/);
  assert.deepEqual(Object.keys(made.body), ['data']);
  const read = await world.request('GET', `/inquiry-sessions/${made.body.data?.id}`);
  assert.equal(read.body.data?.attributes['status'], 'new');
  assert.equal(read.headers.get('session-token'), null);
});

test('requests are read and answers written in the inflection that was asked for', async () => {
  const made = await world.request('POST', '/inquiries', {
    headers: {'key-inflection': 'camel'},
    body: {
      data: {attributes: {inquiryTemplateId: world.templateId, referenceId: 'camel-1', fields: {'name-first': 'Anna'}}},
    },
  });
  assert.equal(made.status, 201);
  assert.equal(made.body.data?.attributes['referenceId'], 'camel-1');
  assert.equal((made.body.data?.attributes['fields'] as Record<string, {value: unknown}>)['name-first']?.value, 'Anna');
  assert.ok('sessionToken' in (made.body.meta ?? {}));
});

test('filters narrow the list, empty ones are absent, unknown ones are refused', async () => {
  const {body} = await create({'reference-id': 'filter-me', note: 'only this one'});
  const find = async (query: string) =>
    (await world.request('GET', `/inquiries?${query}`)).body.data?.map(({id}) => id);
  const id = body.data?.id;
  assert.deepEqual(await find('filter[reference-id]=filter-me&filter[status]=&page[size]='), [id]);
  assert.deepEqual(await find('filter%5BreferenceId%5D=filter-me'), [id]);
  assert.deepEqual(await find('filter[note]=only this one&filter[status]=created,pending'), [id]);
  assert.deepEqual(await find(`filter[inquiry-id]=${id}&filter[created-at-start]=2026-03-01`), [id]);
  assert.deepEqual(await find(`filter[inquiry-id]=${id}&filter[created-at-end]=2026-02-28T00:00:00Z`), []);
  for (const [query, pointer] of [
    ['filter[colour]=red', 'filter[colour]'],
    ['filter[created-at-start]=2026-02-30', 'filter[created-at-start]'],
    ['filter[status]=happy', 'filter[status]'],
    ['page[size]=101', 'page[size]'],
    ['page[size]=ten', 'page[size]'],
    ['page[after]=act_nonsense', 'page[after]'],
  ] as const) {
    const refused = await world.request('GET', `/inquiries?${query}`);
    assert.equal(refused.status, 400, query);
    assert.equal(refused.body.errors?.[0]?.meta?.code, 'invalid_parameter', query);
    assert.equal(refused.body.errors?.[0]?.meta?.source?.pointer, pointer);
  }
});
