/** What holds for each operation in the table, so that a new one is tried without anybody thinking of it. */
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {permissions} from '../../../src/protocol/api-key.ts';
import type {Permission} from '../../../src/protocol/api-key.ts';
import {operations} from '../../../src/server/api/operations/all.ts';
import {openApiWorld} from './api-world.ts';
import type {ApiWorld} from './api-world.ts';

let world: ApiWorld;
const keysWithout = new Map<Permission, string>();
let reader: string;
before(async () => {
  world = await openApiWorld();
  for (const permission of new Set(operations.flatMap((operation) => operation.permission ?? []))) {
    const others = permissions.filter((other) => other !== permission);
    keysWithout.set(permission, await world.makeKey({permissions: others}));
  }
  reader = await world.makeKey({permissions: permissions.filter((permission) => permission.endsWith('.read'))});
});
after(() => world.close());

const addresses = operations.flatMap((operation) =>
  [operation.path, ...(operation.aliases ?? [])].map((path) => ({
    operation,
    method: operation.method.toUpperCase(),
    path: path.replace(/\{[^}]+\}/g, 'x_nothing'),
  })),
);

test('without a key, or with one that is not ours, nothing answers', async () => {
  for (const {method, path, operation} of addresses) {
    if (operation.permission === null) continue;
    for (const key of ['', 'countersign_sandbox_0000000000000000']) {
      assert.equal((await world.request(method, path, {key})).status, 401, `${method} ${path}`);
    }
  }
});

test('a key that may do everything else is refused, before its body is looked at', async () => {
  for (const {method, path, operation} of addresses) {
    if (operation.permission === null) continue;
    const key = keysWithout.get(operation.permission);
    const {status, body} = await world.request(method, path, {key});
    assert.equal(status, 403, `${method} ${path}`);
    assert.match(body.errors?.[0]?.details ?? '', new RegExp(operation.permission.replace('.', '\\.')));
  }
});

test('a key that may read changes nothing', async () => {
  for (const {method, path, operation} of addresses) {
    if (operation.permission === null || operation.permission.endsWith('.read')) continue;
    assert.equal((await world.request(method, path, {key: reader})).status, 403, `${method} ${path}`);
  }
});

test('what changes something needs a permission to write, and what reads needs one to read', () => {
  for (const {id, method, permission, path} of operations) {
    if (permission === null) continue;
    const reads = method === 'get' || path.endsWith('/search');
    assert.equal(permission.endsWith('.read'), reads, id);
  }
});

test('addresses and ids of operations are their own', () => {
  const names = addresses.map(
    ({method, operation, path}) => `${method} ${path} ${operation.path === path ? '' : 'alias'}`,
  );
  assert.deepEqual(names, [...new Set(names)]);
  const ids = operations.map(({id}) => id);
  assert.deepEqual(ids, [...new Set(ids)]);
});
