import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {matchesPattern, troubleWithPattern} from '../../src/protocol/pattern.ts';

test('the whole text counts, and letters of every script', () => {
  assert.equal(matchesPattern('[A-Z]{2}\\d{4}', 'AB1234'), true);
  assert.equal(matchesPattern('[A-Z]{2}\\d{4}', 'xAB1234'), false);
  assert.equal(matchesPattern('a|b', 'ab'), false);
  assert.equal(matchesPattern('[\\p{L} ’-]+', 'Åsa Öberg-Çelik'), true);
  assert.equal(matchesPattern('\\u00df+', 'ßß'), true);
});

test('a pattern that takes a backtracking engine longer than anybody lives is answered', () => {
  for (const pattern of ['(a+)+', '(a|aa)+', '(a*)*b?', '([a-z]+)*\\d'])
    assert.equal(matchesPattern(pattern, `${'a'.repeat(5000)}!`), false, pattern);
});

test('says what it cannot use', () => {
  assert.match(troubleWithPattern('(?=a)a') ?? '', /\(\?=/);
  assert.match(troubleWithPattern('(a)\\1') ?? '', /\\1/);
  assert.equal(troubleWithPattern('[a-z]+'), undefined);
});

const piece = fc.constantFrom('a', 'b', '[ab]', '\\d', '.', '[^a]', '(?:ab|c)', 'a?', '[a-c]{1,3}', 'x*', '(?:b+c)');
test('means what the browser’s own expressions mean', () => {
  fc.assert(
    fc.property(
      fc.array(piece, {minLength: 1, maxLength: 4}),
      fc.stringMatching(/^[abcx1é😀]{0,8}$/u),
      (pieces, text) => {
        const pattern = pieces.join('');
        assert.equal(matchesPattern(pattern, text), new RegExp(`^(?:${pattern})$`, 'u').test(text));
      },
    ),
  );
});
