/**
 * Faces turned by a secret: a random rotation (and reflection) of the space, made from a key. Angles and lengths stay, so turned faces
 * are compared as the originals are; what a turned face shows of the person depends on the key (cancelable biometrics: Ratha, Connell
 * and Bolle 2001; random orthonormal projections: Teoh, Goh and Ngo 2006; ISO/IEC 24745 calls such a thing a renewable reference).
 * It is a hindrance, not a seal; docs/verification/selfie.md says what it does not stop.
 *
 * Steps (Stewart 1980): numbers of the normal distribution from the key's stream; the product of n-1 reflections, each of which turns
 * a random vector of n, n-1, ... 2 numbers onto an axis, and one random sign. Such a product is uniform among all rotations, and is
 * applied reflection by reflection, in n² steps, without ever being written out.
 */
import {createCipheriv} from 'node:crypto';
import type {Embedding} from './embedding.ts';

/** Turned faces all have this many numbers; those of nets with fewer are filled up with zeros before. */
export const turnedLength = 512;

/** @throws RangeError for more than `turnedLength` numbers */
export type Turn = (embedding: Embedding) => Float32Array;

/** The same key gives the same turn for ever; `key` has 32 bytes. A millisecond to make per 10,000 numbers, 1 MB to keep. */
export function turnBy(key: Uint8Array): Turn {
  const n = turnedLength;
  const random = normals(key, (n * (n + 1)) / 2);
  const mirrors: Float64Array[] = [];
  let at = 0;
  for (let length = n; length > 1; at += length, length--) mirrors.push(mirrorOf(random.subarray(at, at + length)));
  const sign = Math.sign(random[at] as number) || 1;
  return (embedding) => {
    if (embedding.length > n) throw new RangeError(`A face of ${embedding.length} numbers; ${n} is the most`);
    const turned = new Float64Array(n);
    turned.set(embedding);
    for (const mirror of mirrors) reflect(turned, mirror);
    turned[n - 1] = (turned[n - 1] as number) * sign;
    return Float32Array.from(turned);
  };
}

/** The unit normal of the mirror that takes `x` onto the first axis. */
function mirrorOf(x: Float64Array): Float64Array {
  const normal = Float64Array.from(x);
  normal[0] = (normal[0] as number) - norm(x);
  const length = norm(normal);
  return normal.map((value) => value / length);
}

/** The last numbers of `values`, as many as the mirror has. */
function reflect(values: Float64Array, mirror: Float64Array): void {
  const from = values.length - mirror.length;
  let along = 0;
  for (let i = 0; i < mirror.length; i++) along += (mirror[i] as number) * (values[from + i] as number);
  for (let i = 0; i < mirror.length; i++) {
    values[from + i] = (values[from + i] as number) - 2 * along * (mirror[i] as number);
  }
}

function norm(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

/** Box and Muller over AES-256 in counter mode: who has no key cannot tell the stream from chance. `count` is even. */
function normals(key: Uint8Array, count: number): Float64Array {
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(4 * count));
  const out = new Float64Array(count);
  for (let i = 0; i < count; i += 2) {
    const radius = Math.sqrt(-2 * Math.log((stream.readUInt32LE(4 * i) + 1) / 2 ** 32));
    const angle = (2 * Math.PI * stream.readUInt32LE(4 * i + 4)) / 2 ** 32;
    out[i] = radius * Math.cos(angle);
    out[i + 1] = radius * Math.sin(angle);
  }
  return out;
}
