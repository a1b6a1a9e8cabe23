/**
 * A person with a camera: Chromium whose camera shows a picture, shows nothing, is refused or missing.
 * Chromium plays a file of concatenated JPEGs as its camera; overwriting the file changes what the next `getUserMedia` sees.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {chromium, type Browser, type BrowserContextOptions} from 'playwright';
import sharp from 'sharp';
import {fakeCamera, findBrowser} from '../browser.mjs';
import {anotherTake} from './film.ts';

const specimens = path.resolve(import.meta.dirname, '../../demo/specimens');

export interface Person {
  browser: Browser;
  /** Holds another picture in front of the camera, from the next opening of the camera on; `distance` 2 is twice as far away. */
  hold(specimen: string, distance?: number): Promise<void>;
  close(): Promise<void>;
}

/** `film`: a file for the camera to play, as `film.ts` makes them. */
export type CameraState = {holding: string} | {film: string} | 'denied' | 'missing';

export const phone: BrowserContextOptions = {
  viewport: {width: 360, height: 640},
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
};
export const desktop: BrowserContextOptions = {viewport: {width: 1440, height: 900}};

/** Films that were played. */
let takes = 0;

/** @param more arguments of the browser */
export async function startPerson(camera: CameraState, more: string[] = []): Promise<Person> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-camera-'));
  const file = path.join(folder, 'camera.mjpeg');
  if (typeof camera === 'object' && 'film' in camera)
    fs.writeFileSync(file, anotherTake(fs.readFileSync(camera.film), ++takes));
  if (typeof camera === 'object' && 'holding' in camera) await writeCamera(file, camera.holding);
  const {executablePath, args} = await findBrowser();
  const browser = await chromium.launch({executablePath, args: [...args, ...cameraArguments(camera, file), ...more]});
  return {
    browser,
    hold: (specimen, distance) => writeCamera(file, specimen, distance),
    close: async () => {
      await browser.close();
      fs.rmSync(folder, {recursive: true, force: true});
    },
  };
}

export function specimen(name: string): string {
  return path.join(specimens, name);
}

function cameraArguments(camera: CameraState, file: string): string[] {
  if (camera === 'denied') return ['--use-fake-device-for-media-stream', '--deny-permission-prompts'];
  if (camera === 'missing')
    return ['--use-fake-device-for-media-stream=device-count=0', '--use-fake-ui-for-media-stream'];
  return fakeCamera(file);
}

/**
 * The specimen as a hand would hold it: filling most of a 1920 x 1080 frame, on a plain table.
 * Chromium takes the JPEGs' levels for video levels (16 to 235) and stretches them; squeezed beforehand, white stays white
 * instead of becoming a reflection.
 */
async function writeCamera(file: string, name: string, distance = 1): Promise<void> {
  const [width, height] = [1733, 1080].map((pixels) => Math.round(pixels / distance));
  const card = await sharp(specimen(name)).resize({width, height, fit: 'cover'}).toBuffer();
  const scene = await sharp({create: {width: 1920, height: 1080, channels: 3, background: '#6b6258'}})
    .composite([{input: card, gravity: 'centre'}])
    .png()
    .toBuffer();
  const frame = await sharp(scene)
    .linear(219 / 255, 16)
    .jpeg({quality: 92, chromaSubsampling: '4:2:0'})
    .toBuffer();
  fs.writeFileSync(file, Buffer.concat(Array.from({length: 10}, () => frame)));
}
