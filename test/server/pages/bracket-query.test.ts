import {test} from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {CountersignError} from '../../../src/protocol/errors.ts';
import {readBracketQuery} from '../../../src/server/pages/bracket-query.ts';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('reads names, groups and lists; blank values are absent', () => {
  const read = readBracketQuery(
    '?a=1&b=&fields[name-first]=Ada&fields[address][street-1]=Way&list[]=x&list[]=y&n[0]=z',
  );
  assert.deepEqual(plain(read), {
    a: '1',
    fields: {'name-first': 'Ada', address: {'street-1': 'Way'}},
    list: {0: 'x', 1: 'y'},
    n: {0: 'z'},
  });
});

test('refuses what is too long, too many, too deep or contradicts itself', () => {
  for (const query of [
    `a=${'x'.repeat(9000)}`,
    Array.from({length: 101}, (_, i) => `a${i}=1`).join('&'),
    'a[b][c][d]=1',
    'a=1&a=2',
    'a=1&a[b]=2',
    'a[b]=2&a=1',
    'a[b=1',
    'a]b[=1',
    '%00=1',
  ]) {
    assert.throws(() => readBracketQuery(query), CountersignError, query.slice(0, 40));
  }
});

test('touches no prototype', () => {
  const read = readBracketQuery('__proto__[polluted]=1&constructor[prototype][polluted]=1');
  assert.equal(Reflect.get({}, 'polluted'), undefined);
  assert.equal(Object.getPrototypeOf(read), null);
});

test('answers any text with a tree or with its own error', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webQueryParameters()), (query) => {
      try {
        readBracketQuery(query);
      } catch (error) {
        assert.ok(error instanceof CountersignError);
      }
    }),
  );
});
