import assert from 'node:assert/strict';
import {test} from 'node:test';
import {chooseLanguage, directionOf, format} from '../../src/ui/localize.ts';

test('takes the first wanted language that is offered, also by its base', () => {
  const offered = ['en', 'de', 'ar'];
  assert.equal(chooseLanguage(['fr', 'de-AT', 'en'], offered), 'de');
  assert.equal(chooseLanguage(['AR-eg'], offered), 'ar');
  assert.equal(chooseLanguage(['xx'], offered), 'en');
  assert.equal(chooseLanguage([], offered), 'en');
  assert.equal(chooseLanguage(['pt-BR'], ['pt', 'pt-BR']), 'pt-BR');
});

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

test('knows the direction by the base of the tag', () => {
  assert.deepEqual(['ar-EG', 'he', 'de', 'fa'].map(directionOf), ['rtl', 'rtl', 'ltr', 'rtl']);
});
