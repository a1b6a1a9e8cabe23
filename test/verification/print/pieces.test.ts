import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {directionOf, piecesOf} from '../../../src/verification/print/pieces.ts';

const arabic = /\p{sc=Arab}/u;
const faceOf = (letter: string) => (arabic.test(letter) ? 'arabic' : 'latin');
const seen = (line: string, direction = directionOf(line)) =>
  piecesOf(line, direction, faceOf).map(({text, level}) => (arabic.test(text) && level % 2 ? `<${text}` : text));

test('what reads from left to right stays as it is', () => {
  assert.deepEqual(seen('Anna Maria'), ['Anna', ' ', 'Maria']);
});

test('words of an Arabic line stand from right to left, numbers in them from left to right', () => {
  assert.deepEqual(seen('رقم 42 جديد'), ['<جديد', ' ', '42', ' ', '<رقم']);
});

test('an Arabic name in an English line turns only itself', () => {
  assert.equal(seen('Name: محمد علي, 1974').join(''), 'Name: 1974 ,<علي <محمد');
});

test('digits of Arabic and Persian are given to the shaper turned, which turns them again', () => {
  assert.deepEqual(seen('number ١٢٣٤٥'), ['number', ' ', '٥٤٣٢١']);
  assert.deepEqual(seen('رقم ۱۲۳'), ['۳۲۱', ' ', '<رقم']);
  assert.deepEqual(seen('a۱۲'), ['a', '۲۱']);
});

test('brackets of an Arabic line turn round', () => {
  assert.deepEqual(seen('(علي)', 'rtl').join(''), '(<علي)');
});

test('no letter is lost or made, whatever the text', () => {
  const text = fc.string({unit: fc.constantFrom('a', 'B', '1', ' ', 'م', 'ش', 'ש', '.', '(', ')', '-')});
  fc.assert(
    fc.property(text, fc.constantFrom('ltr' as const, 'rtl' as const), (line, direction) => {
      const sorted = (letters: string) => [...letters.replace(/[()]/g, '|')].sort().join('');
      const drawn = piecesOf(line, direction, faceOf).map((piece) => piece.text);
      assert.equal(sorted(drawn.join('')), sorted(line));
    }),
  );
});
