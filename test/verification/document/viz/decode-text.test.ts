import assert from 'node:assert/strict';
import {test} from 'node:test';
import {decodeText, textAlphabet} from '../../../../src/verification/document/viz/decode-text.ts';

/** Classes: blank, A, B, a Chinese letter, the wide colon, É, space. */
const alphabet = textAlphabet('A\nB\n中\n：\nÉ\n');

/** One probability for the class of each step, the rest shared. */
function scores(steps: [index: number, probability: number][]): Float32Array {
  return Float32Array.from(
    steps.flatMap(([index, probability]) =>
      Array.from({length: alphabet.classes}, (_, i) => (i === index ? probability : (1 - probability) / 10)),
    ),
  );
}

test('accepts Latin letters, digits and marks, and counts every class', () => {
  assert.equal(alphabet.classes, 7);
  assert.deepEqual(
    alphabet.accepted.map(({symbol}) => symbol),
    ['A', 'B', ':', 'É', ' '],
  );
});

test('equal neighbours are one character, a blank between them makes two', () => {
  const steps: [number, number][] = [
    [1, 0.8],
    [1, 0.9],
    [0, 0.9],
    [1, 0.7],
    [2, 0.9],
  ];
  const {text, characters, confidence} = decodeText(scores(steps), 5, alphabet);
  assert.equal(text, 'AAB');
  assert.deepEqual(
    characters.map(({probability}) => Math.round(probability * 10) / 10),
    [0.9, 0.7, 0.9],
  );
  assert.ok(Math.abs(confidence - (0.9 + 0.7 + 0.9) / 3) < 1e-6);
  assert.deepEqual(
    characters.map(({at}) => Math.round(at * 10) / 10),
    [0.3, 0.7, 0.9],
  );
});

test('another script is left out and a wide mark is the plain one', () => {
  const steps: [number, number][] = [
    [1, 0.9],
    [3, 0.9],
    [4, 0.9],
    [5, 0.9],
  ];
  assert.equal(decodeText(scores(steps), 4, alphabet).text, 'A:É');
});

test('spaces at the ends and what is padding do not count', () => {
  const steps: [number, number][] = [
    [6, 0.9],
    [1, 0.9],
    [6, 0.9],
    [2, 0.9],
    [6, 0.9],
    [1, 0.9],
  ];
  const {text, characters} = decodeText(scores(steps), 6, alphabet, 5 / 6);
  assert.equal(text, 'A B');
  assert.equal(characters.length, 3);
  assert.equal(decodeText(new Float32Array(0), 0, alphabet).confidence, 0);
});
