/**
 * How often each sign of a forgery speaks against genuine pictures, and how often it sees a simulated one: our own specimens
 * photographed from a screen, as a black and white copy, and with part of the zone moved.
 */
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import sharp from 'sharp';
import {makeSpecimens} from '../../src/cli/specimens.ts';
import {measureAuthenticity} from '../../src/verification/document/authenticity/authenticity.ts';
import {
  findSpecimenNumber,
  isPlaceholderNumber,
  isSpecimenHolder,
} from '../../src/verification/document/authenticity/known-specimens.ts';
import {rhythmBreak} from '../../src/verification/document/authenticity/line-rhythm.ts';
import {numberFormat} from '../../src/verification/document/authenticity/number-formats.ts';
import {findCardOutline} from '../../src/verification/document/card-outline.ts';
import {placeCard} from '../../src/verification/document/card-place.ts';
import {colourInconsistency, electronicReplica, tamper} from '../../src/verification/document/checks/authenticity.ts';
import {ghostComparison, portraitPaste} from '../../src/verification/document/checks/portrait-replaced.ts';
import {readPortrait} from '../../src/verification/document/read-pictures.node.ts';
import type {DocumentPortrait} from '../../src/verification/document/reading.ts';
import {openOnnxRecogniser} from '../../src/verification/document/mrz/recogniser-onnx.node.ts';
import {readMrz, type MrzReading} from '../../src/verification/document/mrz/read.ts';
import type {MrzRecogniser} from '../../src/verification/document/mrz/recogniser.ts';
import {decodeImage, type DecodedImage} from '../../src/verification/image/decode.node.ts';
import {photographFlat, type Flat, type Shot} from '../../src/cli/specimens/screen-camera.ts';
import {pasteOver, peopleWithPhoto, photographPassport} from '../verification/document/authenticity/forged-portrait.ts';
import {picture, submission} from '../verification/document/submission.ts';
import type {Bench} from './run.ts';

const today = '2026-11-22';
const signs = [
  'screen',
  'no colour',
  'uneven zone',
  'pasted portrait',
  'other ghost',
  'editor',
  'known specimen',
  'number format',
] as const;
type Sign = (typeof signs)[number];

/** Of one set: how many pictures each sign could judge, and against how many it spoke. */
type Rates = Record<Sign, {judged: number; against: number}>;

interface SetResult {
  set: string;
  kind: 'clean' | 'simulated';
  pictures: number;
  rates: Rates;
}

export const bench: Bench = {
  summary: 'false alarms of the signs of forgery on genuine pictures, and what they see of simulated forgeries',
  help: ['FOLDER ...    pictures of genuine documents (default: demo/specimens and test/data/documents/*)'],
  async run({paths, limit, progress}) {
    const recogniser = await openOnnxRecogniser({models: fileURLToPath(new URL('../../models', import.meta.url))});
    const results: SetResult[] = [];
    const cpuMs: number[] = [];
    try {
      for (const folder of paths.length > 0 ? paths : defaultFolders()) {
        const files = readdirSync(folder).filter((name) => /\.(jpe?g|png|webp)$/i.test(name));
        const result = emptyResult(basename(folder), 'clean');
        for (const [i, file] of files.slice(0, limit).entries()) {
          const image = await decodeImage(readFileSync(join(folder, file))).catch(() => undefined);
          if (image) cpuMs.push(await judge(result, image, recogniser));
          progress(i + 1, Math.min(files.length, limit ?? files.length), file);
        }
        results.push(result);
      }
      results.push(...(await simulate(recogniser, progress)));
    } finally {
      await recogniser.close();
    }
    cpuMs.sort((a, b) => a - b);
    const median = Math.round(cpuMs[cpuMs.length >> 1] ?? 0);
    return {data: {results, cpuMedianMs: median}, markdown: render(results, median)};
  },
};

function defaultFolders(): string[] {
  const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const data = at('test/data/documents');
  const sets = existsSync(data) ? readdirSync(data).map((name) => join(data, name)) : [];
  return [at('demo/specimens'), ...sets.filter((path) => statSync(path).isDirectory())];
}

/** Returns the CPU time of the signs that need pixels. */
async function judge(result: SetResult, image: DecodedImage, recogniser: MrzRecogniser): Promise<number> {
  const pixels = {data: image.rgb, width: image.width, height: image.height};
  const started = process.cpuUsage();
  const {screen, colourSpread, editor} = measureAuthenticity(pixels, image.software);
  const {user, system} = process.cpuUsage(started);
  const zone = await readMrz(image.gray, recogniser, {today});
  const count = (sign: Sign, against: boolean | undefined) => {
    if (against === undefined) return;
    result.rates[sign].judged++;
    if (against) result.rates[sign].against++;
  };
  result.pictures++;
  count('screen', screen && screen.peak >= (electronicReplica.threshold ?? 0));
  count('no colour', colourSpread < (colourInconsistency.threshold ?? 0));
  const breaks = (zone?.positions ?? []).flatMap((line) => rhythmBreak(line) ?? []);
  count('uneven zone', breaks.length > 0 ? Math.max(...breaks) > (tamper.threshold ?? 0) : undefined);
  count('editor', editor !== undefined);
  const portrait = await portraitOf(image, zone);
  count('pasted portrait', portrait?.pasted && portrait.pasted.exactness >= (portraitPaste.threshold ?? 1));
  count('other ghost', portrait?.ghost && portrait.ghost.likeness < (ghostComparison.threshold ?? 0));
  if (zone) countNumbers(zone, count);
  return (user + system) / 1000;
}

/** As the engine looks for it: beside the card's place. Undefined where the nets are not installed, too. */
async function portraitOf(page: DecodedImage, mrz: MrzReading | undefined): Promise<DocumentPortrait | undefined> {
  const outline = findCardOutline(page.gray);
  const reading = picture({...(mrz && {mrz}), ...(outline && {outline}), width: page.width, height: page.height});
  const card = placeCard(reading);
  const read = await readPortrait({...reading, ...(card && {card})}, {evidenceId: 'evi_1', side: 'front', page});
  return read.portrait || undefined;
}

function countNumbers(mrz: MrzReading, count: (sign: Sign, against: boolean | undefined) => void): void {
  const {fields, classification} = submission([picture({mrz})]);
  const number = fields['document-number']?.value;
  if (number === undefined) return;
  const [last, first] = [mrz.parsed.fields.surname?.value ?? '', mrz.parsed.fields.givenNames?.value ?? ''];
  count(
    'known specimen',
    findSpecimenNumber(number) !== undefined || isPlaceholderNumber(number) || isSpecimenHolder(last, first),
  );
  const format = numberFormat(classification);
  count('number format', format && !format.test(number));
}

const drawings = ['passport', 'id-front', 'licence-front', 'id-back'];
const screenPitches = [0.45, 0.5, 0.62, 0.7, 0.8, 0.9, 1, 1.1, 1.22, 1.3, 1.5];

async function simulate(
  recogniser: MrzRecogniser,
  progress: (done: number, of: number, what: string) => void,
): Promise<SetResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-bench-'));
  await makeSpecimens({out: folder, today});
  const kinds: {name: string; shots: Partial<Shot>[]}[] = [
    {name: 'paper, same camera', shots: [{}, {}, {}]},
    {name: 'screen', shots: screenPitches.map((screenPitch) => ({screenPitch}))},
    {name: 'black and white copy', shots: [{grey: true}, {grey: true}]},
  ];
  const results: SetResult[] = [];
  let seed = 1000;
  for (const {name, shots} of kinds) {
    const result = emptyResult(name, name.startsWith('paper') ? 'clean' : 'simulated');
    for (const drawing of drawings) {
      const flat = await flatOf(join(folder, `${drawing}.jpg`));
      for (const shot of shots) {
        const quality = [74, 82, 90][seed % 3] ?? 82;
        const jpeg = await photographFlat(flat, {width: 1600, height: 1200, seed: ++seed, quality, ...shot});
        await judge(result, await decodeImage(jpeg), recogniser);
        progress(result.pictures, drawings.length * shots.length, name);
      }
    }
    results.push(result);
  }
  results.push(...(await replacePortraits(recogniser)));
  for (const shift of [0.5, 0.3]) results.push(await moveCharacters(join(folder, 'passport.jpg'), shift, recogniser));
  await rm(folder, {recursive: true});
  return results;
}

/** Passports with faces: as issued, drawn with everybody else's portrait, and with one pasted into the photograph. */
async function replacePortraits(recogniser: MrzRecogniser): Promise<SetResult[]> {
  const issued = emptyResult('with a ghost', 'clean');
  const drawn = emptyResult('other portrait, own ghost', 'simulated');
  const pasted = emptyResult('portrait pasted', 'simulated');
  let seed = 20;
  for (const holder of peopleWithPhoto) {
    for (const other of peopleWithPhoto) {
      const jpeg = await photographPassport(holder, ++seed, other);
      const image = await decodeImage(jpeg);
      await judge(other === holder ? issued : drawn, image, recogniser);
      if (other === holder) continue;
      const genuine = await decodeImage(await photographPassport(holder, seed));
      const face = await portraitOf(genuine, await readMrz(genuine.gray, recogniser, {today}));
      if (!face) continue;
      const forged = await pasteOver(await photographPassport(holder, seed), face.box, other, seed % 2 ? 85 : 92);
      await judge(pasted, await decodeImage(forged), recogniser);
    }
  }
  return [issued, drawn, pasted];
}

async function flatOf(file: string): Promise<Flat> {
  const {data, info} = await sharp(file).removeAlpha().raw().toBuffer({resolveWithObject: true});
  return {rgb: new Uint8Array(data), width: info.width, height: info.height};
}

/** Six characters of the second line, `shift` characters further to the right, as a careless hand would paste them. */
async function moveCharacters(file: string, shift: number, recogniser: MrzRecogniser): Promise<SetResult> {
  const result = emptyResult(`characters moved by ${shift}`, 'simulated');
  const flat = await flatOf(file);
  const zone = await readMrz((await decodeImage(readFileSync(file))).gray, recogniser, {today});
  if (!zone) throw new Error('The drawn passport has no zone');
  for (const first of [2, 8, 14, 20, 26, 32]) {
    const {region, charPitchPx: pitch} = zone;
    const rgb = new Uint8Array(flat.rgb);
    const width = Math.round(6 * pitch);
    const from = Math.round(region.x + first * pitch);
    for (let y = Math.round(region.y + region.height / 2); y < region.y + region.height; y++) {
      const source = (y * flat.width + from) * 3;
      rgb.copyWithin(source + Math.round(pitch * shift) * 3, source, source + width * 3);
    }
    const jpeg = await photographFlat({...flat, rgb}, {width: 1600, height: 1200, seed: first, quality: 82});
    await judge(result, await decodeImage(jpeg), recogniser);
  }
  return result;
}

function emptyResult(set: string, kind: SetResult['kind']): SetResult {
  const rates = Object.fromEntries(signs.map((sign) => [sign, {judged: 0, against: 0}])) as Rates;
  return {set, kind, pictures: 0, rates};
}

function render(results: SetResult[], cpuMedianMs: number): string {
  const row = ({set, kind, pictures, rates}: SetResult) => {
    const cells = signs.map((sign) => {
      const {judged, against} = rates[sign];
      return judged === 0 ? '–' : `${against} of ${judged}`;
    });
    return `| ${set} | ${kind} | ${pictures} | ${cells.join(' | ')} |`;
  };
  return [
    '## Authenticity',
    '',
    'How many pictures each sign speaks against, of those that it can judge, at the thresholds of [checks](checks.md). On clean sets that',
    'is the false-alarm rate. Published specimens are specimens, some come from an editor, and cards and bar codes may be printed in black:',
    'there those signs are right. Generated sets (synth) have random numbers, which no format fits.',
    'The simulated ones are our drawings under a simulated camera (mosaic, blur, noise, JPEG); real screens may be better or worse.',
    'Thresholds were chosen with the clean sets and a part of the screens in view, so treat the numbers as development scores.',
    '',
    `| set | kind | pictures | ${signs.join(' | ')} |`,
    `|---|---|---|${signs.map(() => '---|').join('')}`,
    ...results.map(row),
    '',
    `CPU for the signs that need pixels: median ${cpuMedianMs} ms a picture.`,
  ].join('\n');
}
