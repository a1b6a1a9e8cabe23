/**
 * Three pictures of a person who turns their head (`demo/specimens/people/posed`), and from them any number of frames: never twice the
 * same one, as a camera gives them. The platform shows them to its own engines where a sandbox is asked to simulate a selfie.
 */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import sharp from 'sharp';
import type {SelfiePose} from '../../protocol/selfie.ts';
import {turn, type Bust} from './bust.ts';
import {filmSize, shake} from './film.ts';
import {peopleFolder} from './people.ts';

export const posedAt = {center: 0, left: 29, right: -29} as const;
type PosedAt = keyof typeof posedAt;

/** The picture of one pose, larger than a frame by what the hand may shake. */
export function posedJpeg(bust: Bust, pose: PosedAt): Promise<Buffer> {
  const still = {pitch: 0, roll: 0, x: 0, y: 0, nearness: 1};
  const {data, width, height} = turn(bust, {...still, yaw: posedAt[pose]});
  return sharp(data, {raw: {width, height, channels: 3}})
    .jpeg({quality: 84, mozjpeg: true})
    .toBuffer();
}

/** What one step of a session needs: several looks straight ahead, or from there to the side. */
export async function posedFrames(person: string, pose: SelfiePose): Promise<Uint8Array[]> {
  const ways: PosedAt[] =
    pose === 'left' || pose === 'right' ? ['center', pose] : ['center', 'center', 'center', 'center', 'center'];
  const frames: Uint8Array[] = [];
  for (const way of ways) frames.push(await frame(join(peopleFolder(), 'posed', `${person}-${way}.jpg`)));
  return frames;
}

let taken = 0;

/** Another cut and another exposure each time. */
async function frame(file: string): Promise<Uint8Array> {
  const number = taken++;
  const cut = {left: number % (2 * shake), top: Math.floor(number / (2 * shake)) % (2 * shake), ...filmSize};
  const jpeg = await sharp(await readFile(file))
    .extract(cut)
    .linear(0.97 + Math.random() * 0.06)
    .jpeg({quality: 88})
    .toBuffer();
  return new Uint8Array(jpeg);
}
