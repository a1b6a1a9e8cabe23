import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {test} from 'node:test';

const module = path.resolve(import.meta.dirname, '../../src/cli/small-machine.ts');

/** Fills and empties young and old generation, with short and long buffers, by every kind of collection. */
const work = `
  import v8 from 'node:v8';
  const {withoutHelpers} = await import(${JSON.stringify(module)});
  // the module itself sets them only where there are but two cores
  for (const flag of withoutHelpers) v8.setFlagsFromString(flag);
  let kept = [];
  for (let i = 0; i < 1_000_000; i++) {
    kept.push({i, bytes: i % 100 === 0 ? Buffer.alloc(2000, i) : undefined});
    if (kept.length > 200_000) kept = kept.filter((_, n) => n % 3 === 0);
    if (i % 250_000 === 0) gc();
  }
  const wrong = kept.filter(({i, bytes}) => (bytes ? bytes[1999] : i & 255) !== (i & 255));
  process.stdout.write(wrong.length + ' ' + (kept.length > 0));`;

test('without its helpers the collector leaves what is held', () => {
  const child = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', '--input-type=module', '-e', work], {
    encoding: 'utf8',
  });
  assert.equal(child.stdout, '0 true', child.stderr);
  assert.equal(child.status, 0);
});
