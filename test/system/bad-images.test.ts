/** Five hundred bad files in a row: each gets its own answer, the worker lives, and memory comes back. */
import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import {fileURLToPath} from 'node:url';
import type {EnginePool} from '../../src/verification/engine.ts';
import {decodeImage, encodeDisplayJpeg, ImageError} from '../../src/verification/image/decode.node.ts';
import {inspectFile} from '../../src/verification/image/inspect.node.ts';
import {openEnginePool} from '../../src/verification/pool.node.ts';
import {badFiles, type BadFile} from '../verification/image/bad-files.ts';

const rounds = 500;
/** More than the same pictures leave behind the first time; a leak of one page a file would be ten times that. */
const mostGrowthMb = 60;

let files: BadFile[];
let pool: EnginePool;

before(async () => {
  files = await badFiles();
  pool = openEnginePool({
    processes: 1,
    entry: new URL('../../src/engine.ts', import.meta.url),
    models: fileURLToPath(new URL('../../models', import.meta.url)),
  });
  await pool.ready();
});
after(() => pool?.stop());

/** At the door, where a name is known, and where it is decoded. */
async function verdictOn({name, bytes}: BadFile): Promise<string> {
  try {
    inspectFile(bytes, {filename: name});
    const image = await decodeImage(bytes);
    await encodeDisplayJpeg(image);
    return 'read';
  } catch (error) {
    assert.ok(error instanceof ImageError, String(error));
    return error.code;
  }
}

test(`${rounds} bad files in a row: each its own answer, and memory back to where it was`, async () => {
  const file = (i: number): BadFile => files[i % files.length] as BadFile;
  for (let i = 0; i < 2 * files.length; i++) await verdictOn(file(i));
  const before = process.memoryUsage.rss();
  for (let i = 0; i < rounds; i++) assert.equal(await verdictOn(file(i)), file(i).expected, file(i).name);
  const grownMb = (process.memoryUsage.rss() - before) / 1024 / 1024;
  assert.ok(grownMb < mostGrowthMb, `${Math.round(grownMb)} MB more`);
});

test('the worker answers each of them with a failed check, and is the same worker afterwards', async () => {
  const config = {};
  for (const {name, bytes, expected} of files) {
    // it is a picture: what it is called, only the door knows
    if (expected === 'file_wrong_extension') continue;
    const {checks} = await pool.run('document', {evidence: [{id: 'evi_1', bytes}], config, today: '2026-11-22'});
    const check = checks.find((one) => one.name === 'document_unprocessable_submission_detection');
    assert.deepEqual([check?.status, check?.reasons], ['failed', [expected]], name);
    const id = await pool.run('government-id', {
      evidence: [{id: 'evi_1', side: 'front', bytes}],
      chosen: {},
      config,
      today: '2026-11-22',
      sandbox: true,
    });
    const same = id.checks.find((one) => one.name === 'id_unprocessable_submission_detection');
    assert.deepEqual([same?.status, same?.reasons], ['failed', [expected]], name);
  }
  assert.equal(pool.stats().restarts, 0);
});
