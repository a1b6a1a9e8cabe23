import assert from 'node:assert/strict';
import {createCipheriv, randomBytes} from 'node:crypto';
import {test} from 'node:test';
import fc from 'fast-check';
import {openBox, sealBox} from '../../src/storage/sealed-box.ts';

const key = randomBytes(32);
const associated = ['env_1', 'inq_1', 'fields'];

test('what was sealed opens where it was made for', () => {
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 500}), fc.array(fc.string(), {maxLength: 4}), (plain, parts) => {
      assert.deepEqual(new Uint8Array(openBox(key, parts, sealBox(key, parts, plain))), plain);
    }),
  );
});

test('its place is authenticated as the JSON of its parts, whatever they hold', () => {
  const iv = Buffer.alloc(12, 7);
  const parts = fc.array(fc.string({unit: 'binary'}), {maxLength: 4});
  fc.assert(
    fc.property(parts, (where) => {
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(JSON.stringify(where)));
      const body = Buffer.concat([cipher.update('Linnea'), cipher.final()]);
      const box = Buffer.concat([Buffer.of(1), iv, cipher.getAuthTag(), body]);
      assert.equal(openBox(key, where, box).toString(), 'Linnea');
    }),
  );
});

test('it opens with no other key and in no other place', () => {
  const box = sealBox(key, associated, Buffer.from('Linnea'));
  assert.throws(() => openBox(randomBytes(32), associated, box));
  assert.throws(() => openBox(key, ['env_1', 'inq_2', 'fields'], box));
  // parts that read the same when joined are other parts
  assert.throws(() => openBox(key, ['env_1', 'inq_1fields'], box));
});

test('a box with any bit changed, or a part of one, does not open', () => {
  const box = sealBox(key, associated, Buffer.from('Linnea'));
  for (let bit = 0; bit < box.length * 8; bit++) {
    const changed = Buffer.from(box);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    assert.throws(() => openBox(key, associated, changed), `bit ${bit}`);
  }
  for (let length = 0; length < box.length; length++)
    assert.throws(() => openBox(key, associated, box.subarray(0, length)));
});

test('no two boxes share their random start', () => {
  const starts = Array.from({length: 2000}, () => sealBox(key, associated, Buffer.alloc(0)).toString('hex', 1, 13));
  assert.equal(new Set(starts).size, starts.length);
});
