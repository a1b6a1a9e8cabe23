/**
 * A picture that is something else as well: whoever opens it as an archive, a page, a paper or a program gets what the sender
 * wants, though a viewer shows a passport.
 *
 * What hangs on a picture is no fault in itself: phones add a film (motion photos), a second picture (previews, depth, the gain map of
 * Ultra HDR), a trailer of their maker's, zeros. So it is judged by what it is, and by marks that no film holds by chance.
 */
import {afterPadding} from './container/jpeg.ts';
import type {Layout} from './container/layout.ts';
import {isStranger} from './sniff.ts';

export function isPolyglot(bytes: Buffer, {end, notes}: Layout, isPdf: boolean): boolean {
  const rest = end === undefined ? bytes.subarray(bytes.length) : bytes.subarray(afterPadding(bytes, end));
  // servers that forget to stop leave a page behind the bill that they send; nobody takes that for a page
  if (isStranger(rest) || hasMark(rest) || (!isPdf && hasMarkup(rest))) return true;
  if (notes.some((note) => isStranger(note) || hasMark(note) || hasMarkup(note) || hasZipEnd(note))) return true;
  // a PDF may have archives attached, which only it opens
  if (isPdf) return hasZipEnd(rest);
  return bytes.subarray(0, pdfHead).includes('%PDF-', 0, 'latin1') || hasZipEnd(bytes.subarray(-zipTail));
}

/** Readers of PDF look for its mark so far (ISO 32000-1, annex H.3.4.1), those of ZIP so far from the end (APPNOTE 4.3.16). */
const pdfHead = 1024;
const zipTail = 0xffff + 22;

/** Marks of six bytes and more: a film holds one by chance once in ten million. */
const marks = ['%PDF-1.', '%PDF-2.', 'Rar!\x1a\x07', "7z\xbc\xaf'\x1c", '\xfd7zXZ\0'];

/** How far into what hangs on a picture we look, from both ends: a film is long, and no reader of these looks further. */
const depth = 1024 * 1024;

function endsOf(bytes: Buffer): Buffer[] {
  return bytes.length <= 2 * depth ? [bytes] : [bytes.subarray(0, depth), bytes.subarray(-depth)];
}

function hasMark(bytes: Buffer): boolean {
  return endsOf(bytes).some((end) => marks.some((mark) => end.includes(mark, 0, 'latin1')));
}

/** A tag that a browser or interpreter acts on. The short ones must go on like text, for a film holds those by chance. */
const tag = /^<(?:(?:script|html|head|body|iframe|!doctype\s+html)[\s>]|\?php\s|(?:svg)[\s>][\t\n\r\x20-\x7e]{8})/i;
const longestTag = 24;

function hasMarkup(bytes: Buffer): boolean {
  return endsOf(bytes).some(holdsTag);
}

function holdsTag(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(0x3c); at !== -1; at = bytes.indexOf(0x3c, at + 1)) {
    if (mayBeTag(bytes[at + 1]) && tag.test(bytes.toString('latin1', at, at + longestTag))) return true;
  }
  return false;
}

const firsts = new Set(Array.from('sShHbBiI?!', (letter) => letter.charCodeAt(0)));
const mayBeTag = (value: number | undefined) => value !== undefined && firsts.has(value);

/** The record that ZIP readers start from, with the directory that it points back to. */
function hasZipEnd(bytes: Buffer): boolean {
  for (
    let at = bytes.indexOf('PK\x05\x06', 0, 'latin1');
    at !== -1;
    at = bytes.indexOf('PK\x05\x06', at + 4, 'latin1')
  ) {
    if (at + 22 > bytes.length) return false;
    const directory = bytes.readUInt32LE(at + 12);
    if (directory > 0 && isZipDirectory(bytes, at - directory)) return true;
  }
  return false;
}

function isZipDirectory(bytes: Buffer, at: number): boolean {
  return at >= 0 && bytes.toString('latin1', at, at + 4) === 'PK\x01\x02';
}
