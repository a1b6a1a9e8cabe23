/** Directories of a TIFF file, and of EXIF, which is one (TIFF 6.0, section 2). */
import {emptyLayout, mostNotes, type Layout} from './layout.ts';

/** Bytes of one value by its type, from 1: BYTE, ASCII, SHORT, LONG, RATIONAL, SBYTE, UNDEFINED, SSHORT, SLONG, SRATIONAL, FLOAT, DOUBLE, IFD. */
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
/** Tags that point to further directories: SubIFDs, EXIF, GPS, interoperability. A maker's note is its maker's own business. */
const pointers = new Set([0x014a, 0x8769, 0x8825, 0xa005]);
/** Of a whole file: a scanner's of a thousand pages has twenty on each, and a photograph with its previews has some hundreds. */
export const mostTags = 20_000;

export interface Tag {
  id: number;
  type: number;
  count: number;
  /** Where its values are; it claims `bytes` of them, which need not be there. */
  at: number;
  bytes: number;
  /** Directories of the main chain count from 0; those that a tag points to have none. */
  page?: number;
}

export interface TagReader {
  /** A directory leads back to one that was read already, or there is no end of tags. */
  endless: boolean;
  tags: Tag[];
  /** Values of a tag with whole numbers, as many as are there. */
  values(tag: Tag, atMost: number): number[];
  /** Behind the last directory. */
  end: number;
}

/** Undefined for what does not begin as TIFF does. */
export function readTags(bytes: Buffer, most: number = mostTags): TagReader | undefined {
  const order = bytes.toString('latin1', 0, 4);
  if (bytes.length < 8 || (order !== 'II*\0' && order !== 'MM\0*')) return undefined;
  const little = order.startsWith('II');
  const u16 = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const u32 = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const reader: TagReader = {
    endless: false,
    tags: [],
    values: ({type, count, at}, atMost) => {
      const size = sizes[type] ?? 0;
      if (size !== 1 && size !== 2 && size !== 4) return [];
      const there = Math.max(0, Math.floor((bytes.length - at) / size));
      const read = size === 1 ? (place: number) => bytes[place] as number : size === 2 ? u16 : u32;
      return Array.from({length: Math.min(count, there, atMost)}, (_, i) => read(at + i * size));
    },
    end: 8,
  };
  const seen = new Set<number>();
  const queue: {at: number; page?: number}[] = [{at: u32(4), page: 0}];
  for (let place = queue.shift(); place; place = queue.shift()) {
    const {at, page} = place;
    // no directory, or one that an editor cut off
    if (at < 8 || at + 2 > bytes.length) continue;
    if (seen.has(at) || reader.tags.length > most) {
      reader.endless = true;
      return reader;
    }
    seen.add(at);
    const count = Math.min(u16(at), Math.floor((bytes.length - at - 2) / 12));
    for (let i = 0; i < count; i++) {
      const entry = at + 2 + i * 12;
      const tag = tagAt(entry, {u16, u32}, page);
      reader.tags.push(tag);
      if (pointers.has(tag.id)) queue.push(...reader.values(tag, 16).map((target) => ({at: target})));
    }
    const next = at + 2 + count * 12;
    reader.end = Math.max(reader.end, Math.min(bytes.length, next + 4));
    // only the main chain goes on; what stands behind other directories is often not set
    if (page !== undefined && next + 4 <= bytes.length) queue.push({at: u32(next), page: page + 1});
  }
  return reader;
}

type Read = (at: number) => number;

function tagAt(entry: number, {u16, u32}: {u16: Read; u32: Read}, page: number | undefined): Tag {
  const [id, type, count] = [u16(entry), u16(entry + 2), u32(entry + 4)];
  const bytes = (sizes[type] ?? 0) * count;
  // four bytes fit into the entry itself
  const at = bytes <= 4 ? entry + 8 : u32(entry + 8);
  return {id, type, count, at, bytes, ...(page !== undefined && {page})};
}

const ids = {width: 0x100, height: 0x101, bits: 0x102, photometric: 0x106} as const;
/** Where pixels are and how many bytes: of strips, of tiles. */
const places: readonly (readonly [number, number])[] = [
  [0x111, 0x117],
  [0x144, 0x145],
];
const separated = 5;
/** A hundred megapixels in strips of one row. */
const mostStrips = 20_000;

export function readTiffLayout(bytes: Buffer): Layout {
  const layout = emptyLayout();
  const reader = readTags(bytes);
  if (!reader) return layout;
  layout.tags.push(bytes);
  const first = (id: number) => reader.tags.find((tag) => tag.page === 0 && tag.id === id);
  const number = (id: number) => {
    const tag = first(id);
    return tag && Math.max(...reader.values(tag, 4), 0);
  };
  const [width, height, depth] = [number(ids.width), number(ids.height), number(ids.bits)];
  if (width) layout.width = width;
  if (height) layout.height = height;
  if (depth) layout.depth = depth;
  layout.cmyk = number(ids.photometric) === separated;
  const end = Math.max(reader.end, endOfTags(reader, bytes, layout), endOfPixels(reader));
  if (end > bytes.length) layout.cut = true;
  else layout.end = end;
  return layout;
}

/** Values outside of their entries; texts among them are notes. */
function endOfTags(reader: TagReader, bytes: Buffer, layout: Layout): number {
  let end = 0;
  for (const {at, bytes: size, type} of reader.tags) {
    if (size <= 4 || at + size > bytes.length) continue;
    end = Math.max(end, at + size);
    const mayHoldText = type === 1 || type === 2 || type === 7;
    if (mayHoldText && layout.notes.length <= mostNotes) layout.notes.push(bytes.subarray(at, at + size));
  }
  return end;
}

function endOfPixels(reader: TagReader): number {
  let end = 0;
  for (const [where, howMany] of places) {
    const counts = reader.tags.filter(({id}) => id === howMany);
    for (const tag of reader.tags.filter(({id}) => id === where)) {
      const sizes = counts.find(({page}) => page === tag.page);
      const lengths = sizes ? reader.values(sizes, mostStrips) : [];
      reader.values(tag, mostStrips).forEach((at, i) => (end = Math.max(end, at + (lengths[i] ?? 0))));
    }
  }
  return end;
}
