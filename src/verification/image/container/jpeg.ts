/** Segments of a JPEG file (ITU-T T.81, annex B), of which phones glue several together: a gain map, a depth map, a preview. */
import {emptyLayout, mostNotes, type Layout} from './layout.ts';

const exifHead = Buffer.from('Exif\0\0', 'latin1');
const startOfImage = Buffer.from([0xff, 0xd8, 0xff]);

/** The first picture's facts; notes and end are those of all pictures that follow each other (CIPA DC-007, Ultra HDR). */
export function readJpegLayout(bytes: Buffer): Layout {
  const layout = emptyLayout();
  readPicture(bytes, 0, layout);
  while (layout.end !== undefined && layout.notes.length <= mostNotes) {
    const next = afterPadding(bytes, layout.end);
    if (!bytes.subarray(next, next + 3).equals(startOfImage)) break;
    const {end} = layout;
    const more: Layout = {...emptyLayout(), notes: layout.notes, tags: layout.tags};
    readPicture(bytes, next, more);
    // a second picture that breaks off spoils nothing of the first
    layout.end = more.end ?? bytes.length;
    if (layout.end <= end) break;
  }
  return layout;
}

/** From the start-of-image mark at `start` to the end of that picture. */
function readPicture(bytes: Buffer, start: number, layout: Layout): void {
  let at = start + 2;
  while (layout.notes.length <= mostNotes) {
    // any number of fill bytes may stand before a mark (B.1.1.2)
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
    if (at + 2 > bytes.length) return void (layout.cut = true);
    if (bytes[at] !== 0xff) return;
    const mark = bytes[at + 1] as number;
    if (mark === endOfImage) return void (layout.end = at + 2);
    if (mark === 0x01 || isRestart(mark)) {
      at += 2;
      continue;
    }
    if (mark < 0xc0) return;
    if (at + 4 > bytes.length) return void (layout.cut = true);
    const next = at + 2 + bytes.readUInt16BE(at + 2);
    if (next < at + 4) return;
    if (next > bytes.length) return void (layout.cut = true);
    readSegment(mark, bytes.subarray(at + 4, next), layout);
    at = mark === startOfScan ? endOfScan(bytes, next) : next;
    if (at === -1) return void (layout.cut = true);
  }
}

const endOfImage = 0xd9;
const startOfScan = 0xda;
const isRestart = (mark: number) => mark >= 0xd0 && mark <= 0xd7;
/** Headers of a frame, without the tables DHT, JPG and DAC that lie among them. */
const isFrame = (mark: number) => mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc;
const isNote = (mark: number) => mark === 0xfe || (mark >= 0xe0 && mark <= 0xef);

function readSegment(mark: number, body: Buffer, layout: Layout): void {
  if (isFrame(mark) && body.length >= 6) {
    layout.depth ??= body[0] as number;
    layout.height ??= body.readUInt16BE(1);
    layout.width ??= body.readUInt16BE(3);
    layout.cmyk ??= body[5] === 4;
  }
  if (!isNote(mark) || body.length === 0) return;
  layout.notes.push(body);
  if (body.subarray(0, exifHead.length).equals(exifHead)) layout.tags.push(body.subarray(exifHead.length));
}

/** The mark after coded pixels, in which FF is followed by 00 or is a restart; -1 where there is none. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const mark = bytes[at + 1] as number;
    if (mark !== 0 && mark !== 0xff && !isRestart(mark)) return at;
  }
  return -1;
}

/** Where something else than padding follows; makers align what they add with zeros. */
export function afterPadding(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && isPadding(bytes[at] as number)) at++;
  return at;
}

function isPadding(value: number): boolean {
  return value === 0 || value === 0x20 || (value >= 0x09 && value <= 0x0d);
}
