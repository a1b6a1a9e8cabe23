/**
 * A film of a person who looks into the camera, turns their head to one side, back, to the other, and again, for a camera that is
 * played from a file. The order of a session's poses is the server's, so every pose comes round often enough to be there when it is asked.
 * No two pictures are alike: the head sways, the hand that holds the camera is not quite still, and the sensor is noisy.
 */
import sharp from 'sharp';
import {turn, type Attitude, type Bust} from './bust.ts';
import {randomNumbers} from './photograph.ts';

/** What the camera sees; the bust's picture is larger by what the hand may shake. */
export const filmSize = {width: 640, height: 480};
export const shake = 20;
/** How far the head is turned, in degrees; a session asks for 20. */
const turned = 29;

/**
 * Seconds of one round, by what the head does in it. `yaw` is where it goes in that time. As long as a slow computer needs for the five
 * pictures of a straight look and for one of a turn, and no longer: whoever is asked for a turn waits for it to come round.
 */
const round = [
  {seconds: 1.5, yaw: 0},
  {seconds: 0.4, yaw: turned},
  {seconds: 0.9, yaw: turned},
  {seconds: 0.4, yaw: 0},
  {seconds: 1.5, yaw: 0},
  {seconds: 0.4, yaw: -turned},
  {seconds: 0.9, yaw: -turned},
  {seconds: 0.4, yaw: 0},
];
export const roundSeconds = round.reduce((sum, {seconds}) => sum + seconds, 0);

/** One after the other, as JPEG; `rate` pictures a second. */
export async function* film(bust: Bust, {seconds, rate}: {seconds: number; rate: number}): AsyncGenerator<Buffer> {
  for (let i = 0; i < seconds * rate; i++) yield await filmed(bust, attitudeAt(i / rate), i);
}

/** One picture of it; `seed` makes its noise and how the hand shakes. */
export async function filmed(bust: Bust, attitude: Attitude, seed: number): Promise<Buffer> {
  const {data, width, height} = turn(bust, attitude);
  addNoise(data, seed);
  const hand = {left: shake + Math.round(5 * Math.sin(seed * 0.7)), top: shake + Math.round(4 * Math.cos(seed * 0.45))};
  return sharp(data, {raw: {width, height, channels: 3}})
    .extract({...hand, ...filmSize})
    .jpeg({quality: 88, chromaSubsampling: '4:2:0'})
    .toBuffer();
}

export function attitudeAt(seconds: number): Attitude {
  const sway = (rate: number, size: number) => size * Math.sin(seconds * rate);
  return {
    yaw: yawAt(seconds) + sway(1.3, 1),
    pitch: sway(0.9, 1.2),
    roll: sway(0.7, 1.1),
    x: sway(0.53, 3),
    y: sway(0.81, 2),
    nearness: 1 + sway(0.37, 0.012),
  };
}

function yawAt(seconds: number): number {
  let left = seconds % roundSeconds;
  let from = 0;
  for (const {seconds: length, yaw} of round) {
    if (left < length) {
      const share = left / length;
      return from + (yaw - from) * share * share * (3 - 2 * share);
    }
    left -= length;
    from = yaw;
  }
  return 0;
}

/** Numbers from a cheap, long list, begun at another place for every picture: a sensor's noise, not a sheet of it. */
const grain = grainOf(65_536);

function grainOf(length: number): Int8Array {
  const random = randomNumbers(11);
  return Int8Array.from({length}, () => Math.round((random() + random() + random() - 1.5) * 5));
}

function addNoise(data: Uint8Array | Uint8ClampedArray, seed: number): void {
  let at = (seed * 7919) % grain.length;
  for (let i = 0; i < data.length; i++) {
    data[i] = Math.max(0, Math.min(255, (data[i] ?? 0) + (grain[at] ?? 0)));
    at = (at + 1) % grain.length;
  }
}
