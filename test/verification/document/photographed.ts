/** Documents of nobody as a phone sees them, made for a test. */
import sharp from 'sharp';
import type {Specimen} from '../../../src/cli/specimens/catalogue.ts';
import {drawSpecimen, type Drawing} from '../../../src/cli/specimens/draw-document.ts';
import {photograph} from '../../../src/cli/specimens/photograph.ts';

/** Its sides, front first. `portrait`: whose photograph stands in the holder's place; the ghost stays the holder's. */
export async function photographSides(
  specimen: Specimen,
  {seed = 7, portrait}: {seed?: number; portrait?: string} = {},
): Promise<Uint8Array[]> {
  const drawings = await drawSpecimen(specimen, portrait === undefined ? {} : {portrait});
  return Promise.all(drawings.map((drawing, i) => photographDrawing(drawing, seed + i)));
}

async function photographDrawing({svg, width}: Drawing, seed: number): Promise<Uint8Array> {
  // A passport page of 125 mm, a card of 85.6.
  const pixels = width > 1000 ? 1600 : 1200;
  const image = sharp(Buffer.from(svg), {density: (72 * pixels) / width}).resize({width: pixels});
  const {data, info} = await image.ensureAlpha().raw().toBuffer({resolveWithObject: true});
  const card = {rgba: new Uint8Array(data), width: info.width, height: info.height};
  return photograph(card, {width: 1600, height: 1200, seed, quality: [74, 82, 90][seed % 3] ?? 82});
}
