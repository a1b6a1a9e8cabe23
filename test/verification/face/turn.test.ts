import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {test} from 'node:test';
import fc from 'fast-check';
import {cosine, dlibScore, unit, type Embedding} from '../../../src/verification/face/embedding.ts';
import {turnBy, turnedLength} from '../../../src/verification/face/turn.node.ts';

const keyOf = (name: string): Buffer => createHash('sha256').update(name).digest();
const turn = turnBy(keyOf('one'));
const face = (length: number) =>
  fc
    .array(fc.double({min: -1, max: 1, noNaN: true}), {minLength: length, maxLength: length})
    .filter((values) => Math.hypot(...values) > 0.1);

test('cosine and distance of two faces stay', () => {
  fc.assert(
    fc.property(face(512), face(512), (a, b) => {
      const [one, two] = [unit(a), unit(b)];
      assert.ok(Math.abs(cosine(one, two) - cosine(turn(one), turn(two))) < 1e-5);
    }),
    {numRuns: 30},
  );
  fc.assert(
    fc.property(face(128), face(128), (a, b) => {
      const [one, two] = [Float32Array.from(a), Float32Array.from(b)];
      assert.ok(Math.abs(dlibScore(one, two) - dlibScore(turn(one), turn(two))) < 1e-5);
    }),
    {numRuns: 30},
  );
});

test('a turned face is nothing like the face, nor like the same turned by another key', () => {
  const other = turnBy(keyOf('two'));
  // the cosine of two directions drawn by chance has a deviation of 0.044
  for (let i = 0; i < 20; i++) {
    const one = some(i);
    assert.ok(Math.abs(cosine(one, turn(one))) < 0.25);
    assert.ok(Math.abs(cosine(other(one), turn(one))) < 0.25);
  }
});

test('the same key turns the same way for ever', () => {
  assert.deepEqual(turnBy(keyOf('one'))(some(1)), turn(some(1)));
  // written down: kept vectors outlive the version that turned them
  const [a, b, c] = turn(Float32Array.of(1));
  assert.deepEqual(
    [a, b, c].map((value) => value?.toFixed(5)),
    ['0.00828', '0.01122', '-0.00531'],
  );
});

test('all directions come out alike: no axis is special', () => {
  const sums = new Float64Array(8);
  const keys = 30;
  for (let i = 0; i < keys; i++) {
    const turned = turnBy(keyOf(`key ${i}`))(Float32Array.of(1));
    for (let at = 0; at < 512; at++)
      sums[at % 8] = (sums[at % 8] as number) + turnedLength * (turned[at] as number) ** 2;
  }
  // 30 keys times 64 squares with mean 1 and variance 2: a deviation of 0.032
  for (const sum of sums) assert.ok(Math.abs(sum / (keys * 64) - 1) < 0.16, String(sum / (keys * 64)));
});

test('refuses a face of more numbers than there are', () => {
  assert.throws(() => turn(new Float32Array(turnedLength + 1)), RangeError);
});

function some(seed: number): Embedding {
  return unit(Float32Array.from({length: 512}, (_, i) => Math.sin((i + 1) * (seed + 1))));
}
