import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {openApiWorld} from './api-world.ts';
import type {ApiAnswer, ApiWorld} from './api-world.ts';

let world: ApiWorld;
before(async () => {
  world = await openApiWorld();
});
after(() => world.close());

async function makeAccount(name: string): Promise<string> {
  world.advance(1);
  const {status, body} = await world.request('POST', '/accounts', {body: {data: {attributes: {'reference-id': name}}}});
  assert.equal(status, 201);
  return body.data?.id ?? '';
}

test('walking forward under concurrent inserts meets every account that was there, once, newest first', async () => {
  const made: string[] = [];
  for (let i = 0; i < 23; i += 1) made.push(await makeAccount(`before-${i}`));

  const seen: string[] = [];
  let address: string | null = '/accounts?page[size]=5';
  let inserted = 0;
  while (address !== null) {
    const page: Promise<ApiAnswer> = world.request('GET', address);
    const [{body}] = await Promise.all([page, makeAccount(`during-${(inserted += 1)}`)]);
    seen.push(...(body.data ?? []).map(({id}) => id));
    address = body.links?.next ?? null;
  }
  assert.ok(inserted >= 5);
  assert.equal(new Set(seen).size, seen.length, 'an account came twice');
  const old = new Set(made);
  assert.deepEqual(
    seen.filter((id) => old.has(id)),
    made.toReversed(),
  );
});

test('links lead forward and back over the same items and keep the other parameters', async () => {
  const first = await world.request('GET', '/accounts?page[size]=4');
  assert.equal(first.body.links?.prev, null);
  const next = first.body.links?.next ?? '';
  assert.match(next, /^\/api\/v1\/accounts\?.*page%5Bsize%5D=4/);
  const second = await world.request('GET', next);
  const back = await world.request('GET', second.body.links?.prev ?? '');
  assert.deepEqual(
    back.body.data?.map(({id}) => id),
    first.body.data?.map(({id}) => id),
  );
  assert.equal(back.body.links?.prev, null);
  const filtered = await world.request('GET', '/events?page[size]=2&filter[name]=account.created');
  assert.match(filtered.body.links?.next ?? '', /filter%5Bname%5D=account\.created/);
});

test('pages are 10 by default and the last one has no next', async () => {
  const first = await world.request('GET', '/accounts');
  assert.equal(first.body.data?.length, 10);
  const all = await world.request('GET', '/accounts?page[size]=100');
  assert.equal(all.body.links?.next, null);
  const both = await world.request(
    'GET',
    `/accounts?page[after]=${all.body.data?.[0]?.id}&page[before]=${all.body.data?.[1]?.id}`,
  );
  assert.equal(both.status, 400);
});
