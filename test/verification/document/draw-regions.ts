/**
 * `npm run regions`: reads two shipped specimens with the engine and draws where its checks looked, for docs/verification/government-id.md.
 * Beside the pictures stands what was drawn, which `draw-regions.test.ts` holds against what the engine says today.
 */
import {readFile, writeFile} from 'node:fs/promises';
import {pathToFileURL} from 'node:url';
import sharp from 'sharp';
import type {Check, ImageRegion} from '../../../src/protocol/check.ts';
import {overlaySvg, type OverlayMark} from '../../../src/protocol/region-overlay.ts';
import {readGovernmentId} from '../../../src/verification/document/government-id.node.ts';

export const folder = new URL('../../../docs/verification/regions/', import.meta.url);

/** What is drawn: of a passport that passes where it was read, of one that is refused what speaks against it. */
export const pictures = [
  {
    name: 'passport-mei',
    checks: ['id_mrz_detection', 'id_extraction_inconsistency_detection', 'id_portrait_detection'],
  },
  {name: 'passport-expired', checks: ['id_expired_detection']},
] as const;

/** A check as it stands in the file beside the pictures: where, in pixels of the upright photograph. */
export interface Drawn {
  check: string;
  status: Check['status'];
  regions: Pick<ImageRegion, 'label' | 'x' | 'y' | 'width' | 'height'>[];
}

export async function readDrawn({name, checks}: (typeof pictures)[number]) {
  const bytes = new Uint8Array(await readFile(new URL(`../../../demo/specimens/${name}-photo.jpg`, import.meta.url)));
  const evidence = [{id: 'evi_1', side: 'front' as const, bytes}];
  const about = {chosen: {}, config: {}, today: '2026-11-22', sandbox: true};
  const result = await readGovernmentId({evidence, ...about}, () => undefined);
  const shown = checks.flatMap((check) => result.checks.find((one) => one.name === check) ?? []);
  const drawn: Drawn[] = shown.map(({name: check, status, metadata}) => ({
    check,
    status,
    regions: (metadata.regions ?? []).map(({label = '', x, y, width, height}) => ({label, x, y, width, height})),
  }));
  return {shown, drawn, image: result.displayImages[0]};
}

/** On the flat card, as a reviewer sees it. */
async function draw(picture: (typeof pictures)[number]): Promise<Drawn[]> {
  const {shown, drawn, image} = await readDrawn(picture);
  if (!image?.card) throw new Error(`${picture.name} has no flat card`);
  const {jpeg, width, height, corners} = image.card;
  const marks = shown.flatMap(({status, metadata}) => {
    const tone = status === 'not_applicable' ? 'neutral' : status;
    return (metadata.regions ?? []).map((region): OverlayMark => ({region, label: region.label ?? '', tone}));
  });
  const svg = overlaySvg(marks, {width, height, corners});
  const marked = await sharp(jpeg)
    .composite([{input: await sharp(Buffer.from(svg)).resize(width, height).png().toBuffer()}])
    .toBuffer();
  await sharp(marked)
    .resize({width: 1000})
    .jpeg({quality: 80, mozjpeg: true})
    .toFile(new URL(`${picture.name}.jpg`, folder).pathname);
  return drawn;
}

async function drawAll(): Promise<void> {
  const drawn: Record<string, Drawn[]> = {};
  for (const picture of pictures) drawn[picture.name] = await draw(picture);
  await writeFile(new URL('regions.json', folder), `${JSON.stringify(drawn, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await drawAll();
