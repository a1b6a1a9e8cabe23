import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isAllowed} from '../../../src/server/api/ip-allow-list.ts';

test('an empty list and a star allow everyone', () => {
  assert.equal(isAllowed('203.0.113.9', []), true);
  assert.equal(isAllowed(undefined, []), true);
  assert.equal(isAllowed('203.0.113.9', ['*']), true);
});

test('a list allows its addresses and ranges alone', () => {
  const list = ['203.0.113.9', '10.0.0.0/8', '2001:db8::/32'];
  for (const address of ['203.0.113.9', '10.200.3.4', '2001:db8:1::5', '::ffff:10.1.1.1']) {
    assert.equal(isAllowed(address, list), true, address);
  }
  for (const address of ['203.0.113.10', '11.0.0.1', '2001:db9::1', 'not an address', undefined]) {
    assert.equal(isAllowed(address, list), false, String(address));
  }
});

test('an entry that is no address matches nobody', () => {
  assert.equal(isAllowed('203.0.113.9', ['office']), false);
});
