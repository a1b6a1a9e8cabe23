/** Frames for tests: people of the specimens, and drawn ones. */
import {readFile} from 'node:fs/promises';
import type {Frame} from '../../../src/verification/face/frame.ts';
import {decodeImage} from '../../../src/verification/image/decode.node.ts';

export async function personBytes(name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL(`../../../demo/specimens/${name}.jpg`, import.meta.url)));
}

export async function personFrame(name: string): Promise<Frame> {
  const {rgb, width, height} = await decodeImage(await personBytes(name), {side: 640});
  return {data: rgb, width, height, channels: 3};
}

/** As a canvas gives it: four channels. */
export function withAlpha({data, width, height}: Frame): Frame {
  const out = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    out.set([data[3 * i] ?? 0, data[3 * i + 1] ?? 0, data[3 * i + 2] ?? 0, 255], 4 * i);
  }
  return {data: out, width, height, channels: 4};
}

/** The other way round, as a mirror shows it. */
export function mirrored({data, width, height, channels}: Frame): Frame {
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * channels;
      out.set(data.subarray(from, from + channels), (y * width + width - 1 - x) * channels);
    }
  }
  return {data: out, width, height, channels};
}
