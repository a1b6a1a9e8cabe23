/**
 * What the fake camera plays for a selfie: people who turn their heads, and attacks. Films take half a minute to make, so they are kept
 * beside the dependencies under the hash of what they are made from.
 */
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {pipeline} from 'node:stream/promises';
import {bustOf, cameraFile, inCameraLevels} from '../../src/cli/specimens/cast.ts';
import {faceEngine} from '../../src/verification/selfie/engine.node.ts';
import {show, tiltedSheet, type PersonName} from '../verification/liveness/people.ts';

const root = path.resolve(import.meta.dirname, '../..');
const cache = path.join(root, 'node_modules/.cache/countersign-films');
const sources = ['bust', 'cast', 'film', 'people', 'rasterise'].map((name) => `src/cli/specimens/${name}.ts`);

/** A head that turns to both sides, again and again, for half a minute. */
export function turningHead(person: PersonName): Promise<string> {
  return kept(`head-${person}`, async function* () {
    const {nets} = await faceEngine();
    yield* cameraFile(await bustOf(nets.faces, `${person}.jpg`), {seconds: 32, rate: 10});
  });
}

/** A photograph held still: the same picture for ever. */
export function stillPicture(person: PersonName): Promise<string> {
  return kept(`still-${person}`, async function* () {
    const [jpeg] = await show(person, 'center');
    if (jpeg) for (let i = 0; i < 30; i++) yield await inCameraLevels(jpeg);
  });
}

/** A photograph on a sheet that is tilted to one side and the other, slowly. */
export function tiltingSheet(person: PersonName): Promise<string> {
  return kept(`sheet-${person}`, async function* () {
    for (let i = 0; i < 60; i++) {
      const jpeg = await inCameraLevels(await tiltedSheet(person, 50 * Math.sin((i / 60) * 2 * Math.PI)));
      for (let repeat = 0; repeat < 4; repeat++) yield jpeg;
    }
  });
}

/** The marker of a table of quantisation; image data cannot hold it. */
const tableMarker = Buffer.from([0xff, 0xdb]);
/** Marker, length and number of the table. */
const tableHead = 5;

/**
 * The same film by another camera, which keeps one fine detail a little stronger: every picture decodes to other pixels. No camera ever
 * gives the pictures of another session again, and the server refuses them.
 */
export function anotherTake(film: Buffer, take: number): Buffer {
  const copy = Buffer.from(film);
  const detail = tableHead + 8 + (take % 40);
  for (let at = copy.indexOf(tableMarker); at !== -1; at = copy.indexOf(tableMarker, at + tableHead)) {
    copy[at + detail] = (copy[at + detail] ?? 0) + 1 + Math.floor(take / 40);
  }
  return copy;
}

async function kept(name: string, make: () => AsyncGenerator<Buffer>): Promise<string> {
  const hash = createHash('sha256').update(name);
  for (const source of [...sources, import.meta.filename]) hash.update(fs.readFileSync(path.resolve(root, source)));
  const file = path.join(cache, `${name}-${hash.digest('hex').slice(0, 16)}.mjpeg`);
  if (fs.existsSync(file)) return file;
  fs.mkdirSync(cache, {recursive: true});
  const unfinished = `${file}.${process.pid}`;
  await pipeline(make, fs.createWriteStream(unfinished));
  fs.renameSync(unfinished, file);
  return file;
}
