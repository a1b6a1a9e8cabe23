import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {openApiWorld} from './api-world.ts';
import type {ApiWorld} from './api-world.ts';

let world: ApiWorld;
before(async () => {
  world = await openApiWorld();
});
after(() => world.close());

const post = (path: string, body?: unknown) => world.request('POST', path, {body});

async function inquiryWithSessions(count: number): Promise<{inquiryId: string; sessionIds: string[]}> {
  const {body} = await post('/inquiries', {data: {attributes: {'inquiry-template-id': world.templateId}}});
  const inquiryId = body.data?.id ?? '';
  const sessionIds: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const made = await post('/inquiry-sessions', {data: {attributes: {'inquiry-id': inquiryId}}});
    sessionIds.push(made.body.data?.id ?? '');
  }
  return {inquiryId, sessionIds};
}

async function statuses(inquiryId: string): Promise<unknown[]> {
  const {body} = await world.request('GET', `/inquiry-sessions?filter[inquiry-id]=${inquiryId}`);
  return (body.data ?? []).map(({attributes}) => attributes['status']);
}

test('one session ends alone, and ending it twice is the same', async () => {
  const {inquiryId, sessionIds} = await inquiryWithSessions(2);
  for (let i = 0; i < 2; i += 1) {
    const {status, body} = await post(`/inquiry-sessions/${sessionIds[0]}/expire`);
    assert.equal(status, 200);
    assert.equal(body.data?.attributes['status'], 'expired');
  }
  assert.deepEqual((await statuses(inquiryId)).sort(), ['expired', 'new']);
  const events = await world.request('GET', `/events?filter[object-id]=${sessionIds[0]}`);
  assert.deepEqual(
    events.body.data?.map(({attributes}) => attributes['name']),
    ['inquiry-session.expired'],
  );
});

test('all sessions of several inquiries end at once, or none where one inquiry is not there', async () => {
  const [one, two] = [await inquiryWithSessions(2), await inquiryWithSessions(1)];
  const refused = await post('/inquiry-sessions/expire-all', {
    meta: {'inquiry-ids': [one.inquiryId, 'inq_nothing']},
  });
  assert.equal(refused.status, 404);
  assert.equal(refused.body.errors?.[0]?.meta?.source?.pointer, '/meta/inquiry-ids/1');
  assert.deepEqual(await statuses(one.inquiryId), ['new', 'new']);
  const {status, body} = await post('/inquiry-sessions/expire-all?include=inquiry', {
    meta: {'inquiry-ids': [one.inquiryId, two.inquiryId]},
  });
  assert.equal(status, 200);
  assert.equal(body.data?.length, 3);
  assert.deepEqual(body.included?.map(({id}) => id).sort(), [one.inquiryId, two.inquiryId].sort());
  assert.deepEqual(await statuses(one.inquiryId), ['expired', 'expired']);
});

test('a link to a session leads to its inquiry, while that is open', async () => {
  const {inquiryId, sessionIds} = await inquiryWithSessions(1);
  const {body} = await post(`/inquiry-sessions/${sessionIds[0]}/generate-one-time-link`);
  assert.match(String(body.meta?.['one-time-link']), /\/verify\?code=/);
  await post(`/inquiries/${inquiryId}/approve`);
  assert.equal((await post(`/inquiry-sessions/${sessionIds[0]}/generate-one-time-link`)).status, 409);
});
