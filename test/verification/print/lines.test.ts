import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {brokenLines} from '../../../src/verification/print/lines.ts';

const length = (text: string) => text.length;

test('breaks between words, and inside one only where it is longer than a line', () => {
  assert.deepEqual(brokenLines('one two three', 7, length), ['one two', 'three']);
  assert.deepEqual(brokenLines('abcdefghij kl', 4, length), ['abcd', 'efgh', 'ij', 'kl']);
  assert.deepEqual(brokenLines('a\n\nb', 9, length), ['a', '', 'b']);
});

test('breaks scripts without spaces between their words', () => {
  assert.ok(brokenLines('张伟中华人民共和国', 4, length).every((line) => line.length <= 4));
  assert.ok(brokenLines('ประเทศไทยสวยงาม', 8, length).length > 1);
});

test('no line is too long, and no letter is lost', () => {
  fc.assert(
    fc.property(
      fc.string({unit: fc.constantFrom('a', 'b', ' ', '-', '国', '\n')}),
      fc.integer({min: 1, max: 20}),
      (text, width) => {
        const lines = brokenLines(text, width, length);
        assert.ok(lines.every((line) => line.length <= width));
        assert.equal(lines.join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
      },
    ),
  );
});
