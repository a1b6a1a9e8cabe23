import assert from 'node:assert/strict';
import {createHash, randomBytes} from 'node:crypto';
import {readFile, readdir, rm, utimes, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {test} from 'node:test';
import type {FileKey} from '../../src/storage/object-place.ts';
import {openPartStore} from '../../src/storage/part-store.ts';
import {onEachDatabase} from './each-database.ts';
import type {World} from './world.ts';

const dayMs = 24 * 60 * 60 * 1000;
const roomy = {maxBytes: 20_000_000};

onEachDatabase((world) => {
  test('gives back what was stored, with its size and hash', async () => {
    for (const size of [0, 1, 256 * 1024, 256 * 1024 + 1, 3_000_001]) {
      const bytes = randomBytes(size);
      const key = await store(world(), 'inq_round', bytes);
      const {file, stream} = await world().files.read(world().database.db, key);
      assert.deepEqual(await collect(stream), bytes);
      assert.deepEqual(file, {
        id: key.id,
        contentType: 'image/jpeg',
        size,
        sha256: createHash('sha256').update(bytes).digest(),
      });
      assert.deepEqual(await world().files.readAll(world().database.db, key), bytes);
    }
  });

  test('no plain byte reaches the disk', async () => {
    const key = await store(world(), 'inq_plain', Buffer.from('Erika Mustermann '.repeat(1000)));
    assert.ok(!(await readFile(await placeOf(world(), key))).includes('Erika'));
  });

  test('is not there before the commit, and not after a rollback', async () => {
    const {files, database, now} = world();
    const key = await reserve(world(), 'inq_uncommitted');
    const sealed = await files.write(key, pieces(Buffer.from('bytes')), roomy);
    await assert.rejects(files.read(database.db, key), {code: 'not_found'});
    await assert.rejects(
      database.transaction(async (tx) => {
        await files.commit(tx, key, sealed, now());
        throw new Error('no');
      }),
    );
    await assert.rejects(files.read(database.db, key), {code: 'not_found'});
    await database.transaction((tx) => files.commit(tx, key, sealed, now()));
    assert.equal((await files.readAll(database.db, key)).toString(), 'bytes');
  });

  test('is of its environment only', async () => {
    const {files, database, otherEnvId} = world();
    const key = await store(world(), 'inq_mine', Buffer.from('bytes'));
    await assert.rejects(files.read(database.db, {...key, envId: otherEnvId}), {code: 'not_found'});
  });

  test('of two writers of one slot the one that commits counts', async () => {
    const {files, database, now} = world();
    const key = await reserve(world(), 'inq_race');
    const [first, second] = await Promise.all([
      files.write(key, pieces(Buffer.from('first')), roomy),
      files.write(key, pieces(Buffer.from('second')), roomy),
    ]);
    await database.transaction((tx) => files.commit(tx, key, first, now()));
    await assert.rejects(
      database.transaction((tx) => files.commit(tx, key, second, now())),
      {code: 'conflict'},
    );
    assert.equal((await files.readAll(database.db, key)).toString(), 'first');
    await sweepAll(world());
    assert.equal((await files.readAll(database.db, key)).toString(), 'first');
    assert.equal((await objectsOf(world(), key)).length, 1);
  });

  test('stops in the middle of a stream that is too large and leaves nothing', async () => {
    const {files} = world();
    const key = await reserve(world(), 'inq_large');
    let asked = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) {
        asked += 1;
        yield await Promise.resolve(Buffer.alloc(100_000));
      }
    }
    await assert.rejects(files.write(key, endless(), {maxBytes: 1_000_000}), {code: 'payload_too_large'});
    assert.ok(asked <= 12, `${asked} pieces were taken`);
    assert.deepEqual(await objectsOf(world(), key), []);
  });

  test('a source that breaks off leaves nothing', async () => {
    const {files} = world();
    const key = await reserve(world(), 'inq_broken');
    await assert.rejects(
      files.write(key, breakingOff(Buffer.from('half'), new Error('gone away')), roomy),
      /gone away/,
    );
    assert.deepEqual(await objectsOf(world(), key), []);
  });

  test('notices every change on the disk', async () => {
    const {files, database} = world();
    const bytes = randomBytes(600_000);
    const key = await store(world(), 'inq_tamper', bytes);
    const place = await placeOf(world(), key);
    const sealed = await readFile(place);
    const chunk = 256 * 1024 + 16;
    const changes: [string, Buffer][] = [
      ['a bit in the first chunk', flipped(sealed, 100)],
      ['a bit in the last chunk', flipped(sealed, sealed.length - 1)],
      ['the head', flipped(sealed, 0)],
      ['cut off inside a chunk', sealed.subarray(0, -1)],
      ['cut off between chunks', sealed.subarray(0, 4 + 2 * chunk)],
      ['chunks exchanged', swapped(sealed, 4, chunk)],
      ['something after the end', Buffer.concat([sealed, Buffer.from('more')])],
      ['empty', Buffer.alloc(0)],
    ];
    for (const [what, changed] of changes) {
      await writeFile(place, changed);
      await assert.rejects(files.readAll(database.db, key), what);
    }
    await writeFile(place, sealed);
    assert.deepEqual(await files.readAll(database.db, key), bytes);
  });

  test('another object cannot take its place', async () => {
    const {files, database} = world();
    const one = await store(world(), 'inq_swap', Buffer.from('one'));
    const two = await store(world(), 'inq_swap', Buffer.from('two'));
    await writeFile(await placeOf(world(), one), await readFile(await placeOf(world(), two)));
    await assert.rejects(files.readAll(database.db, one));
  });

  test('is gone when the key of its subject is shredded, and swept', async () => {
    const {files, database, keyring, envId, now} = world();
    const key = await store(world(), 'inq_shred', Buffer.from('bytes'));
    await database.transaction((tx) => keyring.shred(tx, envId, 'inq_shred', now()));
    await assert.rejects(files.read(database.db, key), {code: 'gone'});
    await files.sweep(now());
    assert.deepEqual(await objectsOf(world(), key), []);
    await assert.rejects(files.read(database.db, key), {code: 'gone'});
  });

  test('the sweep takes what no row stands for once it is a day old, and nothing else', async () => {
    const {files, database, now} = world();
    const kept = await store(world(), 'inq_sweep', Buffer.from('kept'));
    const given = await reserve(world(), 'inq_sweep');
    await files.write(given, pieces(Buffer.from('never committed')), roomy);
    const place = await placeOf(world(), given);
    const draft = `${place}.abc.tmp`;
    await writeFile(draft, 'half');

    await files.sweep(new Date());
    assert.equal((await objectsOf(world(), given)).length, 2, 'an upload in the making stays');

    const yesterday = new Date(now().getTime() - dayMs - 1000);
    await utimes(place, yesterday, yesterday);
    await utimes(draft, yesterday, yesterday);
    await utimes(await placeOf(world(), kept), yesterday, yesterday);
    assert.equal(await files.sweep(now()), 2);
    assert.deepEqual(await objectsOf(world(), given), []);
    assert.equal((await files.readAll(database.db, kept)).toString(), 'kept');
  });

  test('bytes that are missing are an error, not an empty file', async () => {
    const key = await store(world(), 'inq_missing', Buffer.from('bytes'));
    await rm(await placeOf(world(), key));
    await assert.rejects(world().files.read(world().database.db, key), /missing/);
  });

  test('an id that could leave the folder is refused', async () => {
    const {files, envId} = world();
    await assert.rejects(files.write({envId, id: '../../etc/passwd'}, pieces(Buffer.from('x')), roomy), /Not an id/);
  });

  test('an upload in parts goes on after an interruption and a restart', async () => {
    const {parts, dataDir, keyring, envId, files} = world();
    const key = {envId, id: 'evd_resume'};
    const bytes = randomBytes(700_000);
    assert.equal(await parts.size(key), 0);
    assert.equal(await parts.append(key, 0, pieces(bytes.subarray(0, 300_000)), roomy), 300_000);
    const broken = breakingOff(bytes.subarray(300_000, 410_000), new Error('connection lost'));
    await assert.rejects(parts.append(key, 300_000, broken, roomy), /connection lost/);

    const reopened = openPartStore({dataDir, keyring});
    assert.equal(await reopened.size(key), 410_000, 'what came before the interruption is kept');
    assert.equal(await reopened.append(key, 410_000, pieces(bytes.subarray(410_000)), roomy), 700_000);

    const fileKey = await reserve(world(), 'inq_resume');
    const sealed = await files.write(fileKey, reopened.read(key), roomy);
    assert.deepEqual(sealed.sha256, createHash('sha256').update(bytes).digest());
    await reopened.remove(key);
    assert.equal(await reopened.size(key), 0);
    await reopened.remove(key);
  });

  test('a part must continue where the upload stands', async () => {
    const {parts, envId} = world();
    const key = {envId, id: 'evd_order'};
    await parts.append(key, 0, pieces(Buffer.from('0123')), roomy);
    for (const offset of [0, 3, 5]) {
      await assert.rejects(parts.append(key, offset, pieces(Buffer.from('x')), roomy), {code: 'range_mismatch'});
    }
    const both = await Promise.allSettled([
      parts.append(key, 4, pieces(Buffer.from('four')), roomy),
      parts.append(key, 4, pieces(Buffer.from('FOUR')), roomy),
    ]);
    assert.deepEqual(both.map(({status}) => status).sort(), ['fulfilled', 'rejected']);
    assert.match((await collect(parts.read(key))).toString(), /^0123(four|FOUR)$/);
  });

  test('an empty or too large part leaves the upload as it was', async () => {
    const {parts, envId} = world();
    const key = {envId, id: 'evd_limits'};
    assert.equal(await parts.append(key, 0, pieces(Buffer.alloc(0)), roomy), 0);
    await parts.append(key, 0, pieces(Buffer.from('0123')), {maxBytes: 6});
    await assert.rejects(parts.append(key, 4, pieces(Buffer.from('456')), {maxBytes: 6}), {code: 'payload_too_large'});
    await assert.rejects(parts.append(key, 4, breakingOff(Buffer.alloc(0), new Error('lost')), {maxBytes: 6}), /lost/);
    assert.equal(await parts.append(key, 4, pieces(Buffer.from('45')), {maxBytes: 6}), 6);
  });

  test('parts lie sealed on the disk, and changes are noticed', async () => {
    const {parts, envId, dataDir} = world();
    const key = {envId, id: 'evd_sealed'};
    await parts.append(key, 0, pieces(Buffer.from('Erika Mustermann')), roomy);
    const place = path.join(dataDir, 'parts', envId, key.id, '000000000000');
    const sealed = await readFile(place);
    assert.ok(!sealed.includes('Erika'));
    await writeFile(place, flipped(sealed, 40));
    await assert.rejects(collect(parts.read(key)));
  });

  test('uploads nobody continued for a day are swept', async () => {
    const {parts, envId, dataDir, files, now} = world();
    const key = {envId, id: 'evd_abandoned'};
    await parts.append(key, 0, pieces(Buffer.from('0123')), roomy);
    const old = new Date(now().getTime() - dayMs - 1000);
    await utimes(path.join(dataDir, 'parts', envId, key.id), old, old);
    await files.sweep(now());
    assert.equal(await parts.size(key), 0);
  });
});

async function reserve({database, files, envId, now}: World, subjectId: string): Promise<FileKey> {
  const id = await database.transaction((tx) =>
    files.reserve(tx, {envId, subjectId, contentType: 'image/jpeg', now: now()}),
  );
  return {envId, id};
}

async function store(world: World, subjectId: string, bytes: Buffer): Promise<FileKey> {
  const {files, database, now} = world;
  const key = await reserve(world, subjectId);
  const sealed = await files.write(key, pieces(bytes), roomy);
  await database.transaction((tx) => files.commit(tx, key, sealed, now()));
  return key;
}

/** In uneven pieces, as a network gives them. */
async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 70_001) yield await Promise.resolve(bytes.subarray(at, at + 70_001));
}

async function* breakingOff(bytes: Buffer, error: Error): AsyncGenerator<Buffer> {
  yield* pieces(bytes);
  throw error;
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of stream) all.push(piece);
  return Buffer.concat(all);
}

async function objectsOf({dataDir}: World, {envId, id}: FileKey): Promise<string[]> {
  const folder = path.join(dataDir, 'files', envId);
  const found = await readdir(folder, {recursive: true}).catch(() => []);
  return found.filter((name) => path.basename(name).startsWith(`${id}.`)).map((name) => path.join(folder, name));
}

async function placeOf(world: World, key: FileKey): Promise<string> {
  const [place, ...more] = await objectsOf(world, key);
  assert.ok(place && more.length === 0, 'one object stands for the id');
  return place;
}

/** Makes every object a day old, then sweeps. */
async function sweepAll({dataDir, files, now}: World): Promise<void> {
  const old = new Date(now().getTime() - dayMs - 1000);
  for (const name of await readdir(path.join(dataDir, 'files'), {recursive: true})) {
    await utimes(path.join(dataDir, 'files', name), old, old);
  }
  await files.sweep(now());
}

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

function swapped(bytes: Buffer, start: number, size: number): Buffer {
  const [first, second] = [bytes.subarray(start, start + size), bytes.subarray(start + size, start + 2 * size)];
  return Buffer.concat([bytes.subarray(0, start), second, first, bytes.subarray(start + 2 * size)]);
}
