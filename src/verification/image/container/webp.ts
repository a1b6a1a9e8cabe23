/** Chunks of a WebP file (RFC 9649, 2). */
import {emptyLayout, mostNotes, type Layout} from './layout.ts';

export function readWebpLayout(bytes: Buffer): Layout {
  const layout = emptyLayout();
  if (bytes.length < 12) return {...layout, cut: true};
  // chunks are padded to even sizes, and so is the whole
  const promised = 8 + bytes.readUInt32LE(4);
  const end = promised + (promised % 2);
  if (promised > bytes.length) layout.cut = true;
  else layout.end = Math.min(end, bytes.length);
  let at = 12;
  while (at + 8 <= Math.min(end, bytes.length) && layout.notes.length <= mostNotes) {
    const length = bytes.readUInt32LE(at + 4);
    readChunk(bytes.toString('latin1', at, at + 4), bytes.subarray(at + 8, at + 8 + length), layout);
    at += 8 + length + (length % 2);
  }
  return layout;
}

const pixels = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']);

function readChunk(type: string, body: Buffer, layout: Layout): void {
  if (type === 'VP8X' && body.length >= 10) {
    layout.width = 1 + body.readUIntLE(4, 3);
    layout.height = 1 + body.readUIntLE(7, 3);
  }
  if (type === 'VP8L' && body.length >= 5) {
    const sizes = body.readUInt32LE(1);
    layout.width ??= 1 + (sizes & 0x3fff);
    layout.height ??= 1 + ((sizes >>> 14) & 0x3fff);
  }
  if (type === 'VP8 ' && body.length >= 10) {
    layout.width ??= body.readUInt16LE(6) & 0x3fff;
    layout.height ??= body.readUInt16LE(8) & 0x3fff;
  }
  if (type === 'ANMF') layout.frames = (layout.frames ?? 0) + 1;
  if (type === 'EXIF') layout.tags.push(withoutHead(body));
  if (!pixels.has(type) && body.length > 0) layout.notes.push(body);
}

/** Some writers put the head of a JPEG's segment before it. */
function withoutHead(exif: Buffer): Buffer {
  return exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif;
}
