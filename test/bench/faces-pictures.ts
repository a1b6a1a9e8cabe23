/** Pictures of faces as the benches read them. */
import {readFileSync} from 'node:fs';
import {extname} from 'node:path';
import type {Frame} from '../../src/verification/face/frame.ts';
import {decodeImage} from '../../src/verification/image/decode.node.ts';

export async function readPicture(file: string): Promise<Frame> {
  const bytes = readFileSync(file);
  if (extname(file) === '.pgm') return readPgm(bytes);
  const {rgb, width, height} = await decodeImage(bytes, {side: 1000});
  return {data: rgb, width, height, channels: 3};
}

/** Portable grey map, binary. */
function readPgm(bytes: Buffer): Frame {
  const [header = '', width = '0', height = '0'] =
    /^P5\s+(?:#.*\s+)*(\d+)\s+(\d+)\s+\d+\s/.exec(bytes.toString('latin1', 0, 200)) ?? [];
  const size = {width: Number(width), height: Number(height)};
  const data = new Uint8Array(size.width * size.height * 3);
  for (let i = 0; i < size.width * size.height; i++) data.fill(bytes[header.length + i] ?? 0, 3 * i, 3 * i + 3);
  return {data, ...size, channels: 3};
}
