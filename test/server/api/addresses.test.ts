/** What holds of every address: another name for it is as good, and creates tell what may still be created. */
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {operations} from '../../../src/server/api/operations/all.ts';
import {openApiWorld} from './api-world.ts';
import type {ApiWorld} from './api-world.ts';

let world: ApiWorld;
before(async () => {
  world = await openApiWorld();
});
after(() => world.close());

const post = (path: string, attributes: object) => world.request('POST', path, {body: {data: {attributes}}});

test('an alias answers what the address itself answers', async () => {
  const list = (await post('/list/strings', {name: 'Ours'})).body.data?.id ?? '';
  const csv = Buffer.from('value\n+15550100\n').toString('base64');
  const phones = (await post('/list/phone-numbers', {name: 'Imported'})).body.data?.id ?? '';
  const given = {'list-id': phones, file: {data: csv, filename: 'a.csv'}};
  const importer = (await post('/importer/list-item/phone-numbers', given)).body.data?.id ?? '';
  const mail =
    (await post('/verification/email-addresses', {'email-address': 'erika@example.com'})).body.data?.id ?? '';
  const card = (await post('/verification/government-ids', {})).body.data?.id ?? '';
  const ids: Record<string, string> = {
    'list-id': list,
    'importer-id': importer,
    'retrieve-an-email-address-verification': mail,
    'update-a-government-id-verification': card,
  };
  let tried = 0;
  for (const {id: operation, method, path, aliases = []} of operations) {
    for (const alias of aliases) {
      const fill = (address: string) =>
        address.replace(/\{([^}]+)\}/g, (_, name: string) => ids[operation] ?? ids[name] ?? 'x');
      const body = method === 'post' ? {data: {attributes: {name: 'Again'}}} : {data: {attributes: {}}};
      const ask = (address: string) =>
        world.request(method.toUpperCase(), fill(address), method === 'get' ? {} : {body});
      const [own, other] = [await ask(path), await ask(alias)];
      assert.ok(own.status < 300, `${operation} ${own.status}`);
      assert.equal(other.status, own.status, alias);
      // a create makes another one of the same kind
      if (method === 'post') assert.equal(other.body.data?.type, own.body.data?.type);
      else assert.equal(other.body.data?.id, own.body.data?.id, alias);
      tried += 1;
    }
  }
  assert.ok(tried >= 10, `${tried} aliases`);
});

test('creates tell the quota, and nothing else does', async () => {
  const made = await post('/accounts', {});
  for (const name of ['limit', 'remaining', 'reset']) assert.match(made.headers.get(`quota-${name}`) ?? '', /^\d+$/);
  assert.equal((await world.request('GET', '/accounts')).headers.get('quota-limit'), null);
});
