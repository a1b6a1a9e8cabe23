/** Boxes of a HEIC file (ISO 14496-12, 4.2). Phones keep a film behind the picture in a box of its own, which is no concern of ours. */
import {emptyLayout, type Layout} from './layout.ts';

/** Brands of a sequence of pictures (ISO 23008-12, annex B.4.3). */
const sequences = new Set(['hevc', 'hevx', 'msf1']);
const noted = new Set(['meta', 'uuid', 'free', 'skip', 'udta']);
const exifHead = Buffer.from('Exif\0\0', 'latin1');
/** A preview may have an EXIF of its own. */
const mostExif = 4;

export function readHeifLayout(bytes: Buffer): Layout {
  const layout = emptyLayout();
  let still = false;
  let film = false;
  let at = 0;
  while (at + 8 <= bytes.length) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    const size = sizeOf(bytes, at);
    if (size < 8 || !/^[\x20-\x7e]{4}$/.test(type)) break;
    if (at + size > bytes.length) {
      layout.cut = true;
      break;
    }
    still ||= type === 'meta';
    film ||= type === 'moov';
    if (noted.has(type)) layout.notes.push(bytes.subarray(at + 8, at + size));
    at += size;
  }
  if (!layout.cut) layout.end = at;
  if (film && !still && sequences.has(bytes.toString('latin1', 8, 12))) layout.frames = 2;
  layout.tags.push(...exifIn(bytes));
  return layout;
}

/** 0 means: to the end of the file; 1: the size stands behind the type, in 64 bits. */
function sizeOf(bytes: Buffer, at: number): number {
  const size = bytes.readUInt32BE(at);
  if (size === 0) return bytes.length - at;
  if (size !== 1) return size;
  return at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : Number.POSITIVE_INFINITY;
}

/** It lies among the pixels; its head is long enough to be found by. */
function exifIn(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  let at = bytes.indexOf(exifHead);
  while (at !== -1 && found.length < mostExif) {
    found.push(bytes.subarray(at + exifHead.length));
    at = bytes.indexOf(exifHead, at + exifHead.length);
  }
  return found;
}
