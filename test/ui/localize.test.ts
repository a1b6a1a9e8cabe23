import assert from 'node:assert/strict';
import {test} from 'node:test';
import {format} from '../../src/ui/localize.ts';

test('fills places, and leaves a place without a value visible', () => {
  assert.equal(format('Hello {name}', {name: 'Ada'}, 'en'), 'Hello Ada');
  assert.equal(format('Hello {name}', {}, 'en'), 'Hello {name}');
});

test('picks the plural form of the language and writes its digits', () => {
  const days = {one: '{count} day', other: '{count} days'};
  assert.equal(format(days, {count: 1}, 'en'), '1 day');
  assert.equal(format(days, {count: 1000}, 'en'), '1,000 days');
  const arabic = {zero: 'z', one: 'o', two: 'tw', few: 'f', many: 'm', other: 'x'};
  assert.deepEqual(
    [0, 1, 2, 3, 11, 100].map((count) => format(arabic, {count}, 'ar')),
    ['z', 'o', 'tw', 'f', 'm', 'x'],
  );
});

test('keeps a name of the other direction from moving the words around it', () => {
  assert.equal(format('عد إلى {name}.', {name: 'Acme'}, 'ar'), 'عد إلى \u2068Acme\u2069.');
  assert.equal(format('Back to {name}.', {name: 'شركة'}, 'en'), 'Back to \u2068شركة\u2069.');
});

test('a value is never taken for a place', () => {
  assert.equal(format('{a} {b}', {a: '{b}', b: 'x'}, 'en'), '{b} x');
});
