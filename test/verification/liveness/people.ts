/** People before a camera for tests: real pixels of a head that turns, a sheet of paper with a face on it, and what the server measures. */
import sharp from 'sharp';
import {bustOf} from '../../../src/cli/specimens/cast.ts';
import type {Bust} from '../../../src/cli/specimens/bust.ts';
import {attitudeAt, filmed} from '../../../src/cli/specimens/film.ts';
import type {SelfiePose} from '../../../src/protocol/selfie.ts';
import type {Frame} from '../../../src/verification/face/frame.ts';
import {readFrame} from '../../../src/verification/face/measure-frame.node.ts';
import {at, meshPoint, type Mesh} from '../../../src/verification/face/mesh.ts';
import {faceEngine} from '../../../src/verification/selfie/engine.node.ts';

export type PersonName = 'mei-1' | 'mei-2' | 'kenji-1' | 'elena-1' | 'marco-2' | 'robert-1';

const busts = new Map<PersonName, Promise<Bust>>();

export function bust(person: PersonName): Promise<Bust> {
  const known = busts.get(person);
  if (known) return known;
  const made = faceEngine().then(({nets}) => bustOf(nets.faces, `${person}.jpg`));
  busts.set(person, made);
  return made;
}

let serial = 0;

/** Pictures of one step: looking straight, or from straight to the side that was asked, as a camera that goes on and on gives them. */
export async function show(person: PersonName, pose: SelfiePose): Promise<Buffer[]> {
  const head = await bust(person);
  const yaws = pose === 'left' ? [2, 14, 28, 29] : pose === 'right' ? [-2, -14, -28, -29] : [0, 1, 0, -1, 0];
  const jpegs: Buffer[] = [];
  for (const yaw of yaws) {
    const number = ++serial;
    // straight ahead at that moment, so only how it sways is taken of the film
    const swaying = attitudeAt((number % 17) * 0.1);
    jpegs.push(await filmed(head, {...swaying, yaw: yaw + swaying.yaw}, number));
  }
  return jpegs;
}

/** The person's photograph on a sheet that is turned about its upright middle by so many degrees, before a grey wall. */
export async function tiltedSheet(person: PersonName, degrees: number): Promise<Buffer> {
  const {picture} = await bust(person);
  const {data, width, height} = tilt(picture, (degrees * Math.PI) / 180);
  return sharp(data, {raw: {width, height, channels: 3}})
    .jpeg({quality: 90})
    .toBuffer();
}

/** A ray from the eye through every pixel, to where it meets the turned plane. */
function tilt({data, width, height}: Frame, angle: number): Frame {
  const out = new Uint8Array(width * height * 3).fill(90);
  const eye = 1.6 * width;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const along = (eye * cos) / (eye * cos - dx * sin);
      const u = cos * along * dx + sin * (along * eye - eye) + width / 2;
      const v = along * dy + height / 2;
      if (u < 0 || v < 0 || u >= width - 1 || v >= height - 1) continue;
      for (let c = 0; c < 3; c++) out[(y * width + x) * 3 + c] = between(data, width, {u, v, c});
    }
  }
  return {data: out, width, height, channels: 3};
}

function between(data: Frame['data'], width: number, {u, v, c}: {u: number; v: number; c: number}): number {
  const [x, y] = [Math.floor(u), Math.floor(v)];
  const [fx, fy] = [u - x, v - y];
  const at = (px: number, py: number) => data[(py * width + px) * 3 + c] ?? 0;
  return (at(x, y) * (1 - fx) + at(x + 1, y) * fx) * (1 - fy) + (at(x, y + 1) * (1 - fx) + at(x + 1, y + 1) * fx) * fy;
}

/** The same picture from nearer: its middle, enlarged. */
export async function nearer(jpeg: Uint8Array): Promise<Uint8Array> {
  const {width, height} = await sharp(jpeg).metadata();
  const [w, h] = [Math.round(width / 1.32), Math.round(height / 1.32)];
  const middle = {left: (width - w) >> 1, top: (height - h) >> 1, width: w, height: h};
  return new Uint8Array(await sharp(jpeg).extract(middle).resize(width, height).jpeg({quality: 88}).toBuffer());
}

const lids = [
  [meshPoint.leftEyeOuter, meshPoint.leftEyeInner, meshPoint.leftEyeTop, meshPoint.leftEyeBottom],
  [meshPoint.rightEyeOuter, meshPoint.rightEyeInner, meshPoint.rightEyeTop, meshPoint.rightEyeBottom],
] as const;

/** The same picture with the eyes shut: the skin under each brow is drawn down to the lower lid, and lashes are put there. */
export async function withEyesShut(jpeg: Uint8Array): Promise<Uint8Array> {
  const {nets} = await faceEngine();
  const {frame, mesh} = await readFrame(nets, {id: 'open', bytes: jpeg});
  if (!mesh) throw new Error('there is no face in the picture');
  const {width, height} = frame;
  const data = new Uint8Array(frame.data);
  for (const eye of lids) shut(frame, data, mesh, eye);
  return new Uint8Array(
    await sharp(data, {raw: {width, height, channels: 3}})
      .jpeg({quality: 88})
      .toBuffer(),
  );
}

/** Column by column: the lids are parabolas from corner to corner. */
function shut({data, width}: Frame, out: Uint8Array, mesh: Mesh, eye: readonly number[]): void {
  const [outer, inner, upper, lower] = eye.map((index) => at(mesh, index));
  if (!outer || !inner || !upper || !lower) return;
  const long = Math.abs(outer.x - inner.x);
  const middle = (outer.x + inner.x) / 2;
  for (let x = Math.floor(middle - 0.75 * long); x <= middle + 0.75 * long; x++) {
    const share = Math.max(0, 1 - ((x - middle) / (0.72 * long)) ** 2);
    const line = outer.y + ((inner.y - outer.y) * (x - outer.x)) / (inner.x - outer.x);
    const top = line - share * (line - upper.y) - 2;
    const bottom = line + share * (lower.y - line) + 1;
    const brow = Math.floor(top - 0.35 * long);
    for (let y = brow; y <= bottom; y++) {
      const v = brow + ((y - brow) * (top - brow)) / (bottom - brow);
      const lash = share > 0.1 && y > bottom - 2 ? 0.45 : 1;
      for (let c = 0; c < 3; c++) out[(y * width + x) * 3 + c] = lash * between(data, width, {u: x, v, c});
    }
  }
}
