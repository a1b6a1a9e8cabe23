/**
 * What can be said of a file from its container, before anything is decoded: cheap enough to be asked where a file arrives (10 ms for
 * 20 MB), and asked again where it is decoded.
 *
 * It never calls a picture broken; that is for its decoder to say, and some decoders mend much. It only knows whether the file stops early.
 */
import {inflateSync} from 'node:zlib';
import {claimsAnother, type FileClaims} from './claims.ts';
import {readHeifLayout} from './container/heif.ts';
import {readJpegLayout} from './container/jpeg.ts';
import {mostNotes, type Layout} from './container/layout.ts';
import {readPdfLayout} from './container/pdf.ts';
import {readPngLayout} from './container/png.ts';
import {mostTags, readTags, readTiffLayout} from './container/tiff.ts';
import {readWebpLayout} from './container/webp.ts';
import {isPolyglot} from './glued.ts';
import {ImageError} from './image-error.ts';
import {imageLimits} from './image-limits.ts';
import {sniffImageFormat, sniffStranger, type ImageFormat} from './sniff.ts';

export interface Inspection {
  format: ImageFormat;
  /** The file stops before its picture does: what a decoder stumbles over is then this. */
  cut: boolean;
}

/** Throws `ImageError` for what is no picture of ours, or is one in a form that is refused unseen. */
export function inspectFile(bytes: Uint8Array, claims: FileClaims = {}): Inspection {
  if (bytes.length > imageLimits.bytes) {
    throw new ImageError('file_too_large', `The file has ${bytes.length} bytes; ${imageLimits.bytes} are allowed`);
  }
  if (bytes.length === 0) throw new ImageError('file_empty', 'The file is empty');
  const format = sniffImageFormat(bytes);
  if (!format) throw new ImageError(sniffStranger(bytes), 'Expected JPEG, PNG, WebP, TIFF, HEIC or PDF content');
  if (claimsAnother(claims, format)) {
    throw new ImageError(
      'file_wrong_extension',
      `The content is ${format}, and the name or declared type says another kind`,
    );
  }
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const layout = layouts[format](file);
  if (layout.width && layout.height) refuseTooManyPixels(layout.width, layout.height, bytes.length);
  refuseOddForms(layout);
  if (isMetadataBomb(layout, bytes.length)) {
    throw new ImageError(
      'file_metadata_bomb',
      'The metadata of the picture runs in circles or claims more than can be',
    );
  }
  if (isPolyglot(file, layout, format === 'pdf')) {
    throw new ImageError('file_polyglot', 'The picture is an archive, a page, a PDF or a program as well');
  }
  return {format, cut: layout.cut};
}

const layouts: Record<ImageFormat, (bytes: Buffer) => Layout> = {
  jpeg: readJpegLayout,
  png: readPngLayout,
  webp: readWebpLayout,
  tiff: readTiffLayout,
  heic: readHeifLayout,
  pdf: readPdfLayout,
};

/** `bytes` = size of the file, which tells a picture that is too large from one that was made to be. */
export function refuseTooManyPixels(width: number, height: number, bytes: number): void {
  const pixels = width * height;
  if (pixels <= imageLimits.pixels) return;
  const said = `The picture has ${width} x ${height} pixels; ${imageLimits.pixels} are allowed`;
  const bomb = pixels / bytes > imageLimits.pixelsPerByte;
  throw new ImageError(bomb ? 'file_bomb' : 'file_too_many_pixels', bomb ? `${said}, in ${bytes} bytes` : said);
}

/** Viewers disagree on how these look, so nobody could say what was seen. */
function refuseOddForms({frames = 1, cmyk = false, depth = 8}: Layout): void {
  if (frames > 1) throw new ImageError('file_animated', 'The picture moves; a still one is expected');
  if (cmyk) throw new ImageError('file_cmyk', 'The picture has the four inks of a press; RGB or grey is expected');
  if (depth > 8) throw new ImageError('file_deep_color', `The picture has ${depth} bits a channel; 8 are expected`);
}

function isMetadataBomb({notes, tags, packed}: Layout, fileBytes: number): boolean {
  return notes.length > mostNotes || hasTagBomb(tags, fileBytes) || notes.some(hasEntities) || inflates(packed);
}

/** Directories that lead back to themselves or have no end, and values that would not fit into the whole file. */
function hasTagBomb(structures: readonly Buffer[], fileBytes: number): boolean {
  let room = mostTags;
  for (const structure of structures) {
    const reader = readTags(structure, room);
    if (!reader) continue;
    if (reader.endless || reader.tags.some(({bytes}) => bytes > fileBytes)) return true;
    room -= reader.tags.length;
  }
  return false;
}

/** XMP defines no entities (ISO 16684-1, 7.1); those that do want them multiplied. */
function hasEntities(note: Buffer): boolean {
  return note.includes('<!ENTITY', 0, 'latin1');
}

function inflates(streams: readonly Buffer[]): boolean {
  let room: number = imageLimits.inflatedBytes;
  for (const stream of streams) {
    try {
      room -= inflateSync(stream, {chunkSize: 256 * 1024, maxOutputLength: Math.max(room, 1)}).length;
    } catch (error) {
      // a stream that is torn is not shown to anybody
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return true;
    }
    if (room <= 0) return true;
  }
  return false;
}
