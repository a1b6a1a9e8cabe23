/** Photographs of people for specimens (`demo/specimens/people`, MIT): as a portrait on a document, and as a selfie. */
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import sharp, {type Sharp} from 'sharp';
import type {Frame} from '../../verification/face/frame.ts';
import type {Person} from './catalogue.ts';

/** A selfie as a phone's camera gives it. */
const selfie = {width: 480, height: 640, quality: 88};
/** The photograph's width by the selfie's: the face then takes a third of it. */
const share = 0.6;
const sceneShare = 0.46;

/** The photograph as a data URL, pale as a print; undefined for people who have none. */
export async function portraitOf({photo}: Pick<Person, 'photo'>): Promise<string | undefined> {
  if (photo === undefined) return undefined;
  const print = await sharp(await readFile(join(peopleFolder(), photo)))
    .modulate({saturation: 0.55})
    .linear(0.88, 14)
    .jpeg({quality: 90})
    .toBuffer();
  return `data:image/jpeg;base64,${print.toString('base64')}`;
}

/** The photograph in the middle of a frame, its surroundings continued and out of focus. */
export async function selfieJpeg(photo: string): Promise<Uint8Array> {
  const whole = await inRoom(photo, {width: selfie.width, height: selfie.height, personWidth: selfie.width * share});
  return new Uint8Array(await whole.jpeg({quality: selfie.quality}).toBuffer());
}

/** The same before the wider camera of a laptop. */
export async function sceneOf(photo: string, {width, height}: {width: number; height: number}): Promise<Frame> {
  const whole = await inRoom(photo, {width, height, personWidth: width * sceneShare});
  const {data, info} = await whole.removeAlpha().raw().toBuffer({resolveWithObject: true});
  return {data: new Uint8Array(data), width: info.width, height: info.height, channels: 3};
}

async function inRoom(photo: string, size: {width: number; height: number; personWidth: number}): Promise<Sharp> {
  const {width, height} = size;
  const source = await readFile(join(peopleFolder(), photo));
  const person = await sharp(source)
    .resize({width: Math.round(size.personWidth), kernel: 'lanczos3'})
    .png()
    .toBuffer({resolveWithObject: true});
  const edge = await feathered(person.data, person.info.width, person.info.height);
  const room = await sharp(source).resize({width, height, fit: 'cover'}).blur(90).toBuffer();
  const top = Math.round(Math.max(0, height - person.info.height) * 0.45);
  const left = Math.round((width - person.info.width) / 2);
  const shown = await sharp(edge)
    .extract({left: 0, top: 0, width: person.info.width, height: Math.min(height, person.info.height)})
    .toBuffer();
  return sharp(
    await sharp(room)
      .composite([{input: shown, left, top}])
      .png()
      .toBuffer(),
  );
}

/** Its outermost pixels fade, so that no edge of a sheet stands around the person. */
async function feathered(png: Buffer, width: number, height: number): Promise<Buffer> {
  const fade = Math.round(width * 0.08);
  const mask = Buffer.from(
    `<svg width="${width}" height="${height}"><rect x="${fade}" y="${fade}" width="${width - 2 * fade}" height="${height - 2 * fade}" rx="${fade}" fill="#fff"/></svg>`,
  );
  const soft = await sharp(mask)
    .blur(fade / 2)
    .png()
    .toBuffer();
  return sharp(png)
    .ensureAlpha()
    .composite([{input: soft, blend: 'dest-in'}])
    .png()
    .toBuffer();
}

/** The nearest folder above: in the tree, or packed beside the bundle. */
export function peopleFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'demo', 'specimens', 'people'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The folder demo/specimens/people is missing from this installation');
    folder = parent;
  }
  return join(folder, 'demo', 'specimens', 'people');
}
