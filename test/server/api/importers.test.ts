import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {runImporter} from '../../../src/commands/run-importer.ts';
import {everythingOf} from '../../commands/furnished-environment.ts';
import {openApiWorld} from './api-world.ts';
import type {ApiBody, ApiWorld} from './api-world.ts';

let world: ApiWorld;
before(async () => {
  world = await openApiWorld();
});
after(() => world.close());

const base64 = (text: string) => Buffer.from(text).toString('base64');

async function give(address: string, csv: string, more: object = {}): Promise<string> {
  const body = {data: {attributes: {file: {data: base64(csv), filename: 'rows.csv'}, ...more}}};
  const answer = await world.request('POST', address, {body});
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  assert.equal(answer.body.data?.attributes['status'], 'pending');
  return answer.body.data.id;
}

async function run(importerId: string): Promise<Record<string, unknown>> {
  await runImporter(world.ctx, {envId: world.envId, importerId}, {id: 'job_test'});
  const {body} = await world.request('GET', `/importers/${importerId}`);
  return body.data?.attributes ?? {};
}

async function errorsOf(importerId: string): Promise<unknown[]> {
  const {body} = await world.request('GET', `/importers/${importerId}/errors`);
  return (body.data ?? []).map(({attributes}) => [attributes['row'], attributes['column']]);
}

async function makeList(plural: string): Promise<string> {
  const {body} = await world.request('POST', `/list/${plural}`, {body: {data: {attributes: {name: 'Imported'}}}});
  return body.data?.id ?? '';
}

test('accounts come with their fields and tags; one that is there already is counted, not changed', async () => {
  await world.request('POST', '/accounts', {
    body: {data: {attributes: {'reference-id': 'known', 'name-first': 'Old'}}},
  });
  const csv = [
    'reference_id,name_first,name_last,birthdate,social_security_number,tags',
    'imported-1,Anna Maria,Eriksson,1974-08-12,123-45-6789,"vip, new"',
    'known,New,Name,,,',
  ].join('\r\n');
  const shown = await run(await give('/importer/accounts', csv));
  assert.deepEqual(
    [shown['status'], shown['successful-count'], shown['duplicate-count'], shown['error-count']],
    ['ready', 1, 1, 0],
  );
  assert.ok(shown['completed-at']);
  const found = async (referenceId: string): Promise<ApiBody['data']> =>
    (await world.request('GET', `/accounts?filter[reference-id]=${referenceId}`)).body.data;
  const [account] = (await found('imported-1')) ?? [];
  assert.deepEqual(account?.attributes['tags'], ['vip', 'new']);
  assert.match(JSON.stringify(account?.attributes['fields']), /Eriksson.*123-45-6789/);
  assert.match(JSON.stringify((await found('known'))?.[0]?.attributes['fields']), /Old/);
});

test('with one row that does not fit nothing is imported, and each is named without its values', async () => {
  const csv = 'reference_id,birthdate\ngood,1974-08-12\nsecret-1,1974-02-30\nshort\nsecret-2,yesterday\n';
  const importerId = await give('/importer/accounts', csv);
  const shown = await run(importerId);
  assert.deepEqual([shown['status'], shown['successful-count'], shown['error-count']], ['errored', 0, 3]);
  assert.deepEqual(await errorsOf(importerId), [
    [3, 'birthdate'],
    [4, null],
    [5, 'birthdate'],
  ]);
  const {body} = await world.request('GET', '/accounts?filter[reference-id]=good');
  assert.deepEqual(body.data, []);
  const everything = JSON.stringify(await everythingOf(world.database, world.envId));
  assert.ok(!everything.includes('yesterday') && !everything.includes('secret-2'));
});

test('list items of every importable kind', async () => {
  for (const [plural, csv] of [
    ['email-addresses', 'value,match_type\nanna@example.com,\nexample.org,domain\nanna@example.com,email_address\n'],
    ['geolocations', 'latitude,longitude,radius_meters\n52.52,13.405,1000\n48.85,2.35,500\n52.52,13.405,1000\n'],
    ['government-id-numbers', 'id_number,id_class\nU1,pp\nU2,pp\nu-1,PP\n'],
    ['ip-addresses', 'value\n203.0.113.7\n2001:db8::1\n203.0.113.7\n'],
    ['names', 'name_first,name_last\nAnna,Eriksson\nJosé,García\nANNA,ERIKSSON\n'],
    ['phone-numbers', 'value\n+15550100\n+15550101\n001 555 0100\n'],
  ] as const) {
    const listId = await makeList(plural);
    const shown = await run(await give(`/importer/list-item/${plural}`, csv, {'list-id': listId}));
    assert.deepEqual([shown['status'], shown['successful-count'], shown['duplicate-count']], ['ready', 2, 1], plural);
  }
});

test('a run that comes again writes nothing twice', async () => {
  const listId = await makeList('names');
  const importerId = await give('/importer/list-item/names', 'name_first,name_last\nAda,Lovelace\n', {
    'list-id': listId,
  });
  const [one, two] = await Promise.all([run(importerId), run(importerId)]);
  assert.equal(one['successful-count'], 1);
  assert.deepEqual(two, one);
  const items = await world.database.db.selectFrom('list_item').select('id').where('list_id', '=', listId).execute();
  assert.equal(items.length, 1);
});

test('a list archived meanwhile ends the import, and an unknown column is refused', async () => {
  const listId = await makeList('names');
  const archived = await give('/importer/list-item/names', 'name_first,name_last\nA,B\n', {'list-id': listId});
  await world.request('DELETE', `/lists/${listId}`);
  assert.equal((await run(archived))['status'], 'errored');
  const unknown = await give('/importer/accounts', 'reference_id,colour\nx,red\n');
  assert.equal((await run(unknown))['status'], 'errored');
  assert.deepEqual(await errorsOf(unknown), [[1, 'colour']]);
});

test('a multipart form says the same as JSON, and its repeat under one key is one import', async () => {
  const listId = await makeList('names');
  const send = () => {
    const form = new FormData();
    form.set('data[attributes][list-id]', listId);
    form.set('data[attributes][file]', new File(['name_first,name_last\nGrace,Hopper\n'], 'names.csv'));
    const request = new Request('http://localhost/', {method: 'POST', body: form});
    return request.arrayBuffer().then((raw) =>
      world.request('POST', '/importer/list-item/names', {
        raw,
        headers: {'content-type': request.headers.get('content-type') ?? '', 'idempotency-key': 'one-import'},
      }),
    );
  };
  const [one, two] = [await send(), await send()];
  assert.equal(one.status, 201, JSON.stringify(one.body));
  assert.deepEqual(two.body, one.body);
  assert.equal((await run(one.body.data?.id ?? ''))['successful-count'], 1);
  const alias = await world.request('GET', `/importer/${one.body.data?.id}`);
  assert.equal(alias.status, 200);
});

test('what is no file, no text or no list of that kind is refused', async () => {
  const refused = async (attributes: object) =>
    (await world.request('POST', '/importer/list-item/names', {body: {data: {attributes}}})).status;
  const file = {data: base64('name_first,name_last\n'), filename: 'a.csv'};
  const listId = await makeList('countries');
  assert.equal(await refused({file, 'list-id': listId}), 404);
  assert.equal(await refused({file: {...file, data: 'not base64!'}, 'list-id': listId}), 400);
  const names = await makeList('names');
  assert.equal(
    await refused({file: {...file, data: Buffer.from([0xff, 0xfe]).toString('base64')}, 'list-id': names}),
    400,
  );
});
