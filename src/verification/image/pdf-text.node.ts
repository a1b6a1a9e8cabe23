/**
 * The text layer of a PDF page with its places, and what a PDF says of its making: calls of PDFium that its wrapper does not offer.
 *
 * A layer may say other than the page shows (hidden text, letters mapped wrongly), so whoever trusts it renders the page as well.
 */
import type {PDFiumDocument, PDFiumPage} from '@hyzyla/pdfium';
import type {PixelBox} from './quality.ts';

/** A run of text on one baseline, in pixels of the rendered page. */
export interface TextRun {
  text: string;
  box: PixelBox;
}

/** As the file says itself; anybody can write any. Times ISO 8601. */
export interface PdfFacts {
  /** The program that wrote the text, and the one that made the PDF of it. */
  creator?: string;
  producer?: string;
  createdAt?: string;
  modifiedAt?: string;
}

/** The part of PDFium's C interface that is called here; pointers and handles are numbers. */
interface Exports {
  malloc(bytes: number): number;
  free(pointer: number): void;
  FPDFText_LoadPage(page: number): number;
  FPDFText_ClosePage(textPage: number): void;
  FPDFText_CountChars(textPage: number): number;
  FPDFText_GetUnicode(textPage: number, index: number): number;
  FPDFText_GetLooseCharBox(textPage: number, index: number, rect: number): number;
  FPDF_PageToDevice(
    page: number,
    startX: number,
    startY: number,
    sizeX: number,
    sizeY: number,
    rotate: number,
    pageX: number,
    pageY: number,
    deviceX: number,
    deviceY: number,
  ): number;
  FPDF_GetMetaText(document: number, tag: number, buffer: number, bytes: number): number;
}
interface Module {
  wasmExports: Exports;
  HEAPU8: Uint8Array;
}

/** The wrapper keeps its handles to itself; its version is pinned, and a test reads a page through them. */
const insideOfPage = (page: PDFiumPage) => page as unknown as {module: Module; pageIdx: number};
const insideOfDocument = (document: PDFiumDocument) => document as unknown as {module: Module; documentIdx: number};

/** A page of print has five thousand; one with more wants to keep us busy. */
const mostCharacters = 30_000;
/** A gap of this many heights parts two columns that share a baseline. */
const columnGap = 1.6;

/** Lines in the order of the file; `size` is the rendered page's. */
export function readTextRuns(page: PDFiumPage, size: {width: number; height: number}): TextRun[] {
  const {module, pageIdx} = insideOfPage(page);
  const pdf = module.wasmExports;
  const textPage = pdf.FPDFText_LoadPage(pageIdx);
  if (!textPage) return [];
  const scratch = pdf.malloc(32);
  try {
    const place = (x: number, y: number) => {
      pdf.FPDF_PageToDevice(pageIdx, 0, 0, size.width, size.height, 0, x, y, scratch, scratch + 4);
      const view = new DataView(module.HEAPU8.buffer, scratch, 8);
      return {x: view.getInt32(0, true), y: view.getInt32(4, true)};
    };
    const runs = new Runs();
    const count = Math.min(mostCharacters, pdf.FPDFText_CountChars(textPage));
    for (let i = 0; i < count; i++) {
      const symbol = String.fromCodePoint(codePoint(pdf.FPDFText_GetUnicode(textPage, i)));
      if (symbol === '\r' || symbol === '\n') {
        runs.end();
        continue;
      }
      if (!pdf.FPDFText_GetLooseCharBox(textPage, i, scratch)) continue;
      // FS_RECTF: left, top, right, bottom as floats, in points from the lower left corner.
      const rect = new DataView(module.HEAPU8.buffer, scratch, 16);
      const [left, top, right, bottom] = [0, 4, 8, 12].map((at) => rect.getFloat32(at, true)) as [
        number,
        number,
        number,
        number,
      ];
      runs.add(symbol, boxAround(place(left, top), place(right, bottom)));
    }
    return runs.all();
  } finally {
    pdf.free(scratch);
    pdf.FPDFText_ClosePage(textPage);
  }
}

class Runs {
  private readonly runs: TextRun[] = [];
  private open: TextRun | undefined;

  add(symbol: string, box: PixelBox): void {
    if (/\s|\0/.test(symbol)) {
      if (this.open && !this.open.text.endsWith(' ')) this.open.text += ' ';
      return;
    }
    const {open} = this;
    if (open && follows(open.box, box)) {
      open.text += symbol;
      open.box = unionOf(open.box, box);
    } else {
      this.end();
      this.open = {text: symbol, box};
    }
  }

  end(): void {
    const text = this.open?.text.trim();
    if (this.open && text) this.runs.push({text, box: this.open.box});
    this.open = undefined;
  }

  all(): TextRun[] {
    this.end();
    return this.runs;
  }
}

function follows(line: PixelBox, box: PixelBox): boolean {
  const gap = box.x - (line.x + line.width);
  const middle = box.y + box.height / 2;
  const height = Math.max(line.height, box.height);
  return gap < height * columnGap && gap > -height && middle > line.y && middle < line.y + line.height;
}

function unionOf(a: PixelBox, b: PixelBox): PixelBox {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

function boxAround(a: {x: number; y: number}, b: {x: number; y: number}): PixelBox {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {x, y, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y)};
}

/** PDFium gives UTF-32, and 0 or surrogates where a font does not say what its glyphs mean. */
function codePoint(value: number): number {
  const code = value >>> 0;
  return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? 0xfffd : code;
}

export function readPdfFacts(document: PDFiumDocument): PdfFacts {
  const {module, documentIdx} = insideOfDocument(document);
  const text = (tag: string) => metaText(module, documentIdx, tag);
  const [creator, producer] = [text('Creator'), text('Producer')];
  const [createdAt, modifiedAt] = [pdfTime(text('CreationDate')), pdfTime(text('ModDate'))];
  return {
    ...(creator && {creator}),
    ...(producer && {producer}),
    ...(createdAt !== undefined && {createdAt}),
    ...(modifiedAt !== undefined && {modifiedAt}),
  };
}

const longestMeta = 512;

function metaText(module: Module, document: number, tag: string): string {
  const {wasmExports: pdf} = module;
  const pointer = pdf.malloc(tag.length + 1 + longestMeta);
  try {
    module.HEAPU8.set([...new TextEncoder().encode(tag), 0], pointer);
    const buffer = pointer + tag.length + 1;
    const bytes = pdf.FPDF_GetMetaText(document, pointer, buffer, longestMeta);
    // Ends in a NUL of two bytes; longer than the buffer means that nothing was written.
    if (bytes <= 2 || bytes > longestMeta) return '';
    const text = new TextDecoder('utf-16le').decode(module.HEAPU8.slice(buffer, buffer + bytes - 2));
    return text
      .replace(/[^\x20-\x7e]/g, '')
      .trim()
      .slice(0, 80);
  } finally {
    pdf.free(pointer);
  }
}

/** `D:20260301120000+01'00'` (ISO 32000-1, 7.9.4). */
function pdfTime(text: string): string | undefined {
  const match = /^D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d'?\d\d)?/.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] = match;
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
