/** `countersign specimens list|make`: documents of nobody, to hold in front of a camera, to upload and to test with. */
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {Command} from 'commander';
import sharp from 'sharp';
import {openInstalledNets} from '../verification/face/installed.node.ts';
import {openPdf} from '../verification/image/pdf.node.ts';
import {bills} from './specimens/bills.ts';
import {bustOf, cameraFile} from './specimens/cast.ts';
import {filmSpecimens, selfieSpecimens, specimens, type Specimen, type TravelSpecimen} from './specimens/catalogue.ts';
import {drawCat} from './specimens/draw-cat.ts';
import type {Drawing} from './specimens/draw-document.ts';
import {drawSpecimen} from './specimens/draw-document.ts';
import type {Card} from './specimens/photograph.ts';
import {photograph, randomNumbers} from './specimens/photograph.ts';
import {selfieJpeg} from './specimens/people.ts';
import {posedJpeg} from './specimens/posed.ts';
import {photographFlat, type Flat} from './specimens/screen-camera.ts';
import {writePdf} from './specimens/write-pdf.ts';

export interface MakeSpecimensOptions {
  /** Folder to write to; made when it is not there. */
  out: string;
  /** The day from which dates are told, ISO 8601. */
  today: string;
  /** Years from `today` until valid documents expire; 9 by default. */
  validYears?: number;
  /** Names to make, e.g. `passport`, `licence-back`; all by default. `cat` is one too. */
  only?: string[];
  /** Also the upright drawing of each side, not only its photograph; true by default. */
  upright?: boolean;
  /** Length of a film. */
  seconds?: number;
  onProgress?: (done: number, of: number, file: string) => void;
}

/** Longer side of an upright drawing in pixels: 14 to the millimetre on a card, 12.8 on a passport. */
const uprightPixels = {card: 1200, page: 1600};
const photo = {width: 1600, height: 1200, quality: 74};
/** A screen whose pixels are a little finer than the camera's, so that both make moire; not every such picture shows it (`docs/benchmarks.md`). */
const screen = {screenPitch: 1.18, seed: 11, quality: 85};
/** So that nothing can be read. */
const unfocusedPixels = 9;
/** Longer side that a letter is drawn with before it is photographed, and the photograph. */
const letterPixels = 2000;
const letterPhoto = {width: 1500, height: 2000};

/**
 * Writes `<name>.jpg` (upright) and `<name>-photo.jpg` of each side, `<name>.pdf` and `<name>-photo.jpg` of each letter, and `cat.jpg`;
 * returns the files in the order written.
 */
export async function makeSpecimens(options: MakeSpecimensOptions): Promise<string[]> {
  await mkdir(options.out, {recursive: true});
  const wanted = (name: string) => options.only === undefined || options.only.includes(name);
  const all = specimens(options.today, options.validYears);
  const drawings = (await Promise.all(all.map((one) => drawSpecimen(one)))).flat();
  const cameras = new Map(all.map((one) => [one.name, cameraOf(one)]));
  const chosen = drawings.filter((drawing) => wanted(drawing.name));
  const selfies = selfieSpecimens.filter(({name}) => wanted(name));
  const letters = bills(options.today).filter(({name}) => wanted(name));
  const each = options.upright === false ? 1 : 2;
  // minutes and megabytes, and the nets: made only by name
  const moving = filmSpecimens.filter(({name}) => options.only?.includes(name) ?? false);
  const of = moving.length * 4 + chosen.length * each + letters.length * 2 + selfies.length + (wanted('cat') ? 1 : 0);
  const files: string[] = [];
  const write = async (file: string, bytes: Uint8Array | AsyncIterable<Uint8Array>) => {
    const path = join(options.out, file);
    await writeFile(path, bytes);
    files.push(path);
    options.onProgress?.(files.length, of, file);
  };

  for (const drawing of chosen) {
    const card = await rasterise(drawing);
    if (options.upright !== false) await write(`${drawing.name}.jpg`, await uprightJpeg(card));
    const seed = drawings.indexOf(drawing) + 7;
    await write(`${drawing.name}-photo.jpg`, await takePhoto(card, {camera: cameras.get(drawing.name), seed}));
  }
  for (const {name, photo: face} of selfies) await write(`${name}.jpg`, await selfieJpeg(face));
  for (const [i, letter] of letters.entries()) {
    const pdf = writePdf(letter.pages, {producer: 'Countersign specimens', created: letter.issueDate});
    await write(`${letter.name}.pdf`, pdf);
    await write(`${letter.name}-photo.jpg`, await photographLetter(pdf, i + 41));
  }
  if (wanted('cat')) await write('cat.jpg', await catJpeg());
  if (moving.length > 0) await makeMoving(moving, options, write);
  return files;
}

/** Of each person a film for a camera that is played from a file, and the three pictures that the sandbox simulates a selfie with. */
async function makeMoving(
  moving: readonly {name: string; photo: string}[],
  {seconds = 45}: MakeSpecimensOptions,
  write: (file: string, bytes: Uint8Array | AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<void> {
  const {faces} = await openInstalledNets();
  for (const {name, photo: face} of moving) {
    const bust = await bustOf(faces, face);
    for (const pose of ['center', 'left', 'right'] as const)
      await write(`${name.replace('film-', '')}-${pose}.jpg`, await posedJpeg(bust, pose));
    await write(`${name}.mjpeg`, cameraFile(bust, {seconds, rate: 10}));
  }
}

/**
 * The letters alone, as PDFs dated from `today`: a letter is accepted for three months, so those of the demo are drawn again
 * whenever it starts. Returns the folder.
 */
export async function drawLetters(out: string, today: string): Promise<string> {
  await mkdir(out, {recursive: true});
  for (const {name, pages, issueDate} of bills(today)) {
    await writeFile(join(out, `${name}.pdf`), writePdf(pages, {producer: 'Countersign specimens', created: issueDate}));
  }
  return out;
}

/** Photographs of one specimen's sides, dated from `today`; none where nothing is called that. */
export async function photographSpecimen(
  name: string,
  today: string,
): Promise<{side: 'front' | 'back'; jpeg: Uint8Array}[]> {
  const specimen = specimens(today).find((one) => one.name === name);
  if (!specimen) return [];
  const photos = [];
  for (const [i, drawing] of (await drawSpecimen(specimen)).entries()) {
    const jpeg = await takePhoto(await rasterise(drawing), {camera: cameraOf(specimen), seed: i + 7});
    photos.push({side: drawing.name.endsWith('-back') ? ('back' as const) : ('front' as const), jpeg});
  }
  return photos;
}

/** The same, each drawn once a day: a sandbox shows the same few again and again. */
export function keepPhotographs(today: () => string): (name: string) => ReturnType<typeof photographSpecimen> {
  const drawn = new Map<string, ReturnType<typeof photographSpecimen>>();
  let day = '';
  return (name) => {
    if (day !== today()) drawn.clear();
    day = today();
    const known = drawn.get(name);
    if (known) return known;
    const photos = photographSpecimen(name, day);
    drawn.set(name, photos);
    photos.catch(() => drawn.delete(name));
    return photos;
  };
}

function cameraOf(specimen: Specimen): TravelSpecimen['camera'] {
  return specimen.kind === 'licence' ? undefined : specimen.camera;
}

async function takePhoto(
  card: Card,
  {camera, seed}: {camera: TravelSpecimen['camera']; seed: number},
): Promise<Uint8Array> {
  if (camera === 'screen') return photographFlat(await flatOf(card), {...photo, ...screen});
  const jpeg = await photograph(card, {...photo, seed});
  if (camera === undefined) return jpeg;
  return new Uint8Array(await sharp(jpeg).blur(unfocusedPixels).jpeg({quality: photo.quality}).toBuffer());
}

/** Without its alpha. */
async function flatOf({rgba, width, height}: Card): Promise<Flat> {
  const image = sharp(rgba, {raw: {width, height, channels: 4}}).flatten({background: '#ffffff'});
  return {rgb: new Uint8Array(await image.raw().toBuffer()), width, height};
}

export function specimensCommand(): Command {
  const command = new Command('specimens').description('Documents of nobody, to try the flow with');
  command
    .command('make')
    .description('Draw passports, cards, licences and letters, upright and as photographs')
    .requiredOption('--out <folder>', 'where to write the pictures')
    .option('--today <date>', 'the day from which dates are told (YYYY-MM-DD)', new Date().toISOString().slice(0, 10))
    .option('--valid-years <years>', 'years until the valid ones expire', '9')
    .option('--only <names...>', 'only these, e.g. passport licence-back cat')
    .action(async (given: {out: string; today: string; validYears: string; only?: string[]}) => {
      if (!isDate(given.today)) command.error(`--today expects a date as YYYY-MM-DD, got '${given.today}'`);
      const validYears = Number(given.validYears);
      if (!Number.isInteger(validYears) || validYears < 1 || validYears > 20) {
        command.error(`--valid-years expects a whole number from 1 to 20, got '${given.validYears}'`);
      }
      const {out, today, only} = given;
      const onProgress = (done: number, of: number, file: string) => console.log(`[${done}/${of}] ${file}`);
      const files = await makeSpecimens({out, today, validYears, onProgress, ...(only && {only})});
      if (files.length === 0) command.error(`Nothing is called ${only?.join(', ') ?? ''}`);
    });
  command
    .command('list')
    .description('Say what can be made, and what should happen to it')
    .action(() => {
      for (const line of describeSpecimens(new Date().toISOString().slice(0, 10))) console.log(line);
    });
  return command;
}

/** One line each: its name, whose it is, and which selfie goes with it. */
export function describeSpecimens(today: string): string[] {
  const documents = specimens(today).map(({kind, name, person}) => {
    const match = selfieSpecimens.find(({passport}) => passport === name);
    const whose = `${person.givenNames} ${person.surname}, born ${person.birthDate}`;
    return `${name.padEnd(18)} ${kind}, ${whose}${match ? `; matches ${match.name}` : ''}`;
  });
  const selfies = selfieSpecimens.map(({name, passport}) => {
    return `${name.padEnd(18)} selfie; ${passport ? `matches ${passport} and no other` : 'matches no document'}`;
  });
  const films = filmSpecimens.map(({name, passport}) => {
    const whose = passport ? `matches ${passport} and no other` : 'matches no document';
    return `${name.padEnd(18)} a head that turns, 45 seconds, for a fake camera; ${whose}; made by name only`;
  });
  return [...documents, ...selfies, ...films, `${'cat'.padEnd(18)} not a document`];
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

async function rasterise(drawing: Drawing): Promise<Card> {
  const pixels = drawing.width > 1000 ? uprightPixels.page : uprightPixels.card;
  // 72 dots to the inch draw one unit as one pixel.
  const density = (72 * pixels) / drawing.width;
  const image = sharp(Buffer.from(drawing.svg), {density}).resize({width: pixels}).ensureAlpha();
  const {data, info} = await image.raw().toBuffer({resolveWithObject: true});
  return {rgba: new Uint8Array(data), width: info.width, height: info.height};
}

/** The first page as a phone held upright sees it. */
async function photographLetter(pdf: Uint8Array, seed: number): Promise<Uint8Array> {
  const open = await openPdf(pdf);
  try {
    const {picture} = await open.render(0, letterPixels);
    const {data, width, height} = picture;
    const rgba = await sharp(data, {raw: {width, height, channels: 3}})
      .ensureAlpha()
      .raw()
      .toBuffer();
    const card = {rgba: new Uint8Array(rgba), width, height};
    return await photograph(card, {width: letterPhoto.width, height: letterPhoto.height, quality: photo.quality, seed});
  } finally {
    open.close();
  }
}

async function uprightJpeg({rgba, width, height}: Card): Promise<Uint8Array> {
  const image = sharp(rgba, {raw: {width, height, channels: 4}}).flatten({background: '#ffffff'});
  return new Uint8Array(await image.jpeg({quality: 82, mozjpeg: true}).toBuffer());
}

/** With a little noise, as a camera would give. */
async function catJpeg(): Promise<Uint8Array> {
  const {data, info} = await sharp(Buffer.from(drawCat(photo.width, photo.height)))
    .flatten()
    .blur(1.2)
    .raw()
    .toBuffer({resolveWithObject: true});
  const random = randomNumbers(3);
  for (let i = 0; i < data.length; i++) {
    data[i] = Math.max(0, Math.min(255, (data[i] ?? 0) + (random() + random() - 1) * 6));
  }
  const image = sharp(data, {raw: {width: info.width, height: info.height, channels: 3}});
  return new Uint8Array(await image.jpeg({quality: 70, mozjpeg: true}).toBuffer());
}
