import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {test} from 'node:test';
import fc from 'fast-check';
import {openStream, plainLength, sealStream} from '../../src/storage/sealed-stream.ts';

const key = randomBytes(32);
const chunk = 256 * 1024;

test('opens to what was sealed, however the pieces fall', async () => {
  const size = fc.oneof(fc.nat(3 * chunk), fc.constantFrom(0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk));
  await fc.assert(
    fc.asyncProperty(
      size,
      fc.integer({min: 1000, max: 400_000}),
      fc.integer({min: 1000, max: 400_000}),
      async (bytes, inPieces, outPieces) => {
        const plain = randomBytes(bytes);
        const sealed = await collect(sealStream(key, ['file', 'a'], pieces(plain, inPieces)));
        assert.equal(plainLength(sealed.length), bytes);
        assert.deepEqual(await collect(openStream(key, ['file', 'a'], pieces(sealed, outPieces))), plain);
      },
    ),
    {numRuns: 60},
  );
});

test('opens only for what it was sealed for', async () => {
  const sealed = await collect(sealStream(key, ['file', 'a'], pieces(Buffer.from('bytes'), 2)));
  await assert.rejects(collect(openStream(key, ['file', 'b'], pieces(sealed, 9))));
  await assert.rejects(collect(openStream(key, ['filea'], pieces(sealed, 9))));
  await assert.rejects(collect(openStream(randomBytes(32), ['file', 'a'], pieces(sealed, 9))));
});

test('gives out nothing of a chunk before it is verified', async () => {
  const sealed = await collect(sealStream(key, [], pieces(randomBytes(2 * chunk + 5), chunk)));
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  let given = 0;
  await assert.rejects(async () => {
    for await (const piece of openStream(key, [], pieces(sealed, 10_000))) given += piece.length;
  });
  assert.equal(given, 2 * chunk);
});

test('random bytes are refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({maxLength: 200}), async (bytes) => {
      await assert.rejects(collect(openStream(key, [], pieces(Buffer.from(bytes), 7))));
    }),
  );
});

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of stream) all.push(piece);
  return Buffer.concat(all);
}
