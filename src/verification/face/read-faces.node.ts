/** Faces of single pictures, for measuring pairs: the same reading as a document's portrait gets. */
import {decodeImage} from '../image/decode.node.ts';
import type {Frame} from './frame.ts';
import type {FaceNets} from './nets.ts';
import {findPortrait, type Portrait} from './portrait.node.ts';

/** Undefined where no face was found. */
export async function readFace(nets: FaceNets, bytes: Uint8Array): Promise<Portrait | undefined> {
  const image = await decodeImage(bytes, {side: 1600});
  return findFace(nets, {data: image.rgb, width: image.width, height: image.height, channels: 3});
}

/** A picture that the face fills is looked at once more with room around it. */
export async function findFace(nets: FaceNets, frame: Frame): Promise<Portrait | undefined> {
  return (await findPortrait(nets, frame)) ?? findPortrait(nets, withRoom(frame));
}

/** The frame with its border continued outwards, by 40 % on each side. */
function withRoom({data, width, height, channels}: Frame): Frame {
  const [roomX, roomY] = [Math.round(width * 0.4), Math.round(height * 0.4)];
  const [wide, tall] = [width + 2 * roomX, height + 2 * roomY];
  const out = new Uint8Array(wide * tall * channels);
  for (let y = 0; y < tall; y++) {
    const fromY = Math.max(0, Math.min(height - 1, y - roomY));
    for (let x = 0; x < wide; x++) {
      const from = (fromY * width + Math.max(0, Math.min(width - 1, x - roomX))) * channels;
      for (let c = 0; c < channels; c++) out[(y * wide + x) * channels + c] = data[from + c] as number;
    }
  }
  return {data: out, width: wide, height: tall, channels};
}
