/**
 * Random bytes of the system, fetched many at a time, for asking costs as much as sealing with them. Each is given once, as a copy, and
 * is wiped here then: what became a key must not stand in a second place.
 */
import {randomFillSync} from 'node:crypto';

const fetched = Buffer.alloc(4096);
let used = fetched.length;

/** @param length at most 4096 */
export function randomBytes(length: number): Buffer {
  if (length > fetched.length) throw new RangeError(`At most ${fetched.length} random bytes at a time`);
  if (used + length > fetched.length) {
    randomFillSync(fetched);
    used = 0;
  }
  const bytes = Buffer.from(fetched.subarray(used, used + length));
  fetched.fill(0, used, used + length);
  used += length;
  return bytes;
}
