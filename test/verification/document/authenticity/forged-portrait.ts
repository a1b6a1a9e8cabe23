/** Passports of the drawn people, photographed: as issued, with another's portrait on them, and with one pasted into the photograph. */
import {readFile} from 'node:fs/promises';
import sharp from 'sharp';
import {specimens, type TravelSpecimen} from '../../../../src/cli/specimens/catalogue.ts';
import {photographSides} from '../photographed.ts';

const today = '2026-11-22';
export const peopleWithPhoto = specimens(today).filter(
  (one): one is TravelSpecimen & {person: {photo: string}} => one.kind === 'passport' && one.person.photo !== undefined,
);
type Portrayed = (typeof peopleWithPhoto)[number];

/** `portrait`: whose photograph stands in the holder's place; the ghost stays the holder's. */
export async function photographPassport(of: Portrayed, seed: number, portrait: Portrayed = of): Promise<Uint8Array> {
  const [page] = await photographSides(of, {seed, ...(portrait !== of && {portrait: portrait.person.photo})});
  if (!page) throw new Error('A passport has a page');
  return page;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Another's photograph laid over the face in an editor, and the file saved again. */
export async function pasteOver(jpeg: Uint8Array, face: Box, other: Portrayed, quality: number): Promise<Uint8Array> {
  const width = Math.round(face.width * 1.7);
  const height = Math.round(width * 1.3);
  const people = new URL('../../../../demo/specimens/people/', import.meta.url);
  const input = await sharp(await readFile(new URL(other.person.photo, people)))
    .resize(width, height, {fit: 'cover'})
    .jpeg({quality: 88})
    .toBuffer();
  const left = Math.round(face.x + face.width / 2 - width / 2);
  const top = Math.round(face.y + face.height / 2 - height * 0.52);
  return new Uint8Array(await sharp(jpeg).composite([{input, left, top}]).jpeg({quality}).toBuffer());
}
