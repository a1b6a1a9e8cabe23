/**
 * Which file of which font has a letter, and that file as a PDF takes it: one weight, TrueType, with the letters that are needed.
 *
 * The families beside Latin are optional packages; a letter that none of the installed ones has is shown as a replacement character.
 */
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {create as openFont} from 'fontkit';
import subsetFont from 'subset-font';
import {coverage, fontFamilies} from './font-families.ts';

/** One file of a family. */
export interface Face {
  name: string;
  file: string;
  covers(codePoint: number): boolean;
}

const require = createRequire(import.meta.url);
let faces: readonly Face[] | undefined;

/** Every face that is installed, in the order of the families. */
export function installedFaces(): readonly Face[] {
  faces ??= fontFamilies.flatMap(facesOf);
  return faces;
}

function facesOf(family: string): Face[] {
  const table = pathOf(`${family}/unicode.json`);
  if (table === undefined) return [];
  const ranges = JSON.parse(fs.readFileSync(table, 'utf8')) as Record<string, string>;
  return Object.entries(ranges).flatMap(([subset, range]) => {
    // numbered slices of the large ones are called [4] in the table and 4 in the file's name
    const name = `${path.basename(family)}-${subset.replace(/[[\]]/g, '')}`;
    const file = path.join(path.dirname(table), 'files', `${name}-wght-normal.woff2`);
    return fs.existsSync(file) ? [{name, file, covers: coverage(range)}] : [];
  });
}

function pathOf(module: string): string | undefined {
  try {
    return require.resolve(module);
  } catch {
    // not installed: what it would have shown is shown by a replacement character
    return undefined;
  }
}

/** @param weight as CSS counts it, 400 or 700 */
export async function fontWith(face: Face, letters: Iterable<string>, weight: number): Promise<Buffer> {
  return subsetFont(await fs.promises.readFile(face.file), shapedLetters(letters), {
    targetFormat: 'truetype',
    variationAxes: {wght: weight},
  });
}

/** Those of the letters that a font made of them has: tables of ranges promise more than the files hold. */
export function lettersIn(font: Buffer, letters: Iterable<string>): Set<string> {
  if (font.indexOf('cmap') < 0) return new Set();
  const points = new Set(charactersOf(font));
  return new Set([...letters].filter((letter) => points.has(letter.codePointAt(0) ?? 0)));
}

function charactersOf(font: Buffer): number[] {
  try {
    return openFont(font).characterSet;
  } catch {
    // a font without any letter has a table that is not read
    return [];
  }
}

/** Shaping may take a letter apart, or need a joiner or the circle that stands in for a missing base. */
function shapedLetters(letters: Iterable<string>): string {
  const text = [...letters].join('');
  return `${text}${text.normalize('NFD')}\u25cc\u200c\u200d`;
}
