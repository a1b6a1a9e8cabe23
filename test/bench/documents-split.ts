/**
 * Which pictures may be looked at while rules and weights are made, and which only count. The half is told by the file's name alone, so it is
 * the same on every machine and stays when pictures are added; `--verbose` shows mistakes of the first half only. (The rules of the
 * reader's first version were made before there were halves, while looking at all of `real`.)
 */
import {createHash} from 'node:crypto';
import {basename} from 'node:path';
import sharp from 'sharp';
import {decodeImage} from '../../src/verification/image/decode.node.ts';
import {turnGray, turnGrayBy} from '../../src/verification/image/gray.ts';

/** `tune` may be looked at, `report` is what to quote. */
export type Half = 'tune' | 'report';
export const halves: readonly Half[] = ['tune', 'report'];

export function halfOf(file: string): Half {
  return byteOf(file, 0) < 128 ? 'tune' : 'report';
}

const slants = [-20, -16, -12, -8, -4, 4, 8, 12, 16, 20];

/** The picture held any side up and 4 to 20 degrees aslant, for the rows named "turned"; how is told by its name too. */
export async function turnedPicture(bytes: Uint8Array, file: string): Promise<Uint8Array> {
  const quarters = (byteOf(file, 1) % 4) as 0 | 1 | 2 | 3;
  const degrees = slants[byteOf(file, 2) % slants.length] ?? 0;
  const {gray} = await decodeImage(bytes);
  const {data, width, height} = turnGrayBy(turnGray(gray, quarters), (degrees * Math.PI) / 180);
  return sharp(data, {raw: {width, height, channels: 1}})
    .png({compressionLevel: 1})
    .toBuffer();
}

function byteOf(file: string, at: number): number {
  return createHash('sha256').update(basename(file)).digest()[at] ?? 0;
}
