/** Chunks of a PNG file (PNG 3rd edition, 5), with those that make it move (11.3.6). */
import {emptyLayout, mostNotes, type Layout} from './layout.ts';

const notNotes = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'acTL', 'fcTL', 'fdAT']);

export function readPngLayout(bytes: Buffer): Layout {
  const layout = emptyLayout();
  let at = 8;
  while (layout.notes.length <= mostNotes) {
    if (at + 12 > bytes.length) {
      layout.cut = true;
      return layout;
    }
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (!/^[A-Za-z]{4}$/.test(type)) return layout;
    const next = at + 12 + length;
    readChunk(type, bytes.subarray(at + 8, at + 8 + length), layout);
    if (next > bytes.length) {
      layout.cut = true;
      return layout;
    }
    if (type === 'IEND') {
      layout.end = next;
      return layout;
    }
    at = next;
  }
  return layout;
}

function readChunk(type: string, body: Buffer, layout: Layout): void {
  if (type === 'IHDR' && body.length >= 13) {
    layout.width = body.readUInt32BE(0);
    layout.height = body.readUInt32BE(4);
    layout.depth = body[8] as number;
  }
  if (type === 'acTL' && body.length >= 8) layout.frames = body.readUInt32BE(0);
  if (type === 'eXIf') layout.tags.push(body);
  const packed = packedPart(type, body);
  if (packed) layout.packed.push(packed);
  if (!notNotes.has(type) && body.length > 0) layout.notes.push(body);
}

/** The zlib stream of a text or profile: after its keyword and, in iTXt, language and translation. */
function packedPart(type: string, body: Buffer): Buffer | undefined {
  const keyword = body.indexOf(0);
  if (keyword === -1) return undefined;
  if (type === 'zTXt' || type === 'iCCP') return body.subarray(keyword + 2);
  if (type !== 'iTXt' || body[keyword + 1] !== 1) return undefined;
  const language = body.indexOf(0, keyword + 3);
  const translation = language === -1 ? -1 : body.indexOf(0, language + 1);
  return translation === -1 ? undefined : body.subarray(translation + 1);
}
