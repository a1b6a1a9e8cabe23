/** Pages of a PDF as pixels and text, by PDFium in wasm: it cannot reach anything outside its own memory. */
import {PDFiumLibrary, type PDFiumDocument} from '@hyzyla/pdfium';
import type {RgbImage} from './gray.ts';
import {ImageError} from './image-error.ts';
import {readPdfFacts, readTextRuns, type PdfFacts, type TextRun} from './pdf-text.node.ts';

/** Dots per inch at which a page is rendered: an ID-1 card then is about 675 px wide, a passport page 980. */
const dpi = 200;

export interface OpenPdf {
  pageCount: number;
  facts: PdfFacts;
  /** Page by index from 0, at most `side` pixels long. */
  render(index: number, side: number): Promise<PdfPage>;
  close(): void;
}

export interface PdfPage {
  picture: RgbImage;
  /** The text layer as a whole, and line by line with its places on the picture. */
  text: string;
  runs: TextRun[];
}

let library: Promise<PDFiumLibrary> | undefined;

export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const pdfium = await (library ??= PDFiumLibrary.init());
  const document = await loadDocument(pdfium, bytes);
  return {
    pageCount: document.getPageCount(),
    facts: readPdfFacts(document),
    render: (index, side) => renderPage(document, index, side),
    close: () => document.destroy(),
  };
}

async function loadDocument(pdfium: PDFiumLibrary, bytes: Uint8Array): Promise<PDFiumDocument> {
  try {
    return await pdfium.loadDocument(bytes);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    if (/password|security/i.test(message)) throw new ImageError('file_encrypted', 'The PDF is encrypted', {cause});
    throw new ImageError('file_damaged', 'The PDF cannot be read', {cause});
  }
}

async function renderPage(document: PDFiumDocument, index: number, side: number): Promise<PdfPage> {
  try {
    const page = document.getPage(index);
    const {originalWidth, originalHeight} = page.getOriginalSize();
    const longer = Math.max(originalWidth, originalHeight, 1);
    const scale = Math.min(dpi / 72, side / longer);
    // PDFium's wrapper closes the page at the end of `render`, so the text comes first.
    const text = page.getText();
    const pixels = (points: number) => Math.floor(Math.floor(points) * scale);
    const runs = readTextRuns(page, {width: pixels(originalWidth), height: pixels(originalHeight)});
    let picture: RgbImage | undefined;
    await page.render({
      scale,
      render: async ({data, width, height}) => {
        picture = {data: rgbFromBgra(data, width * height), width, height};
        return new Uint8Array(0);
      },
    });
    if (!picture) throw new Error('The page gave no pixels');
    return {picture, text, runs};
  } catch (cause) {
    throw new ImageError('file_damaged', `Page ${index + 1} of the PDF cannot be rendered`, {cause});
  }
}

function rgbFromBgra(pixels: Uint8Array, count: number): Uint8Array {
  const rgb = new Uint8Array(count * 3);
  for (let i = 0; i < count; i++) {
    rgb[i * 3] = pixels[i * 4 + 2] as number;
    rgb[i * 3 + 1] = pixels[i * 4 + 1] as number;
    rgb[i * 3 + 2] = pixels[i * 4] as number;
  }
  return rgb;
}
