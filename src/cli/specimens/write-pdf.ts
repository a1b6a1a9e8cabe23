/** A small PDF (ISO 32000-1) of text in the standard fonts and filled rectangles: what bills are made of. */

export interface PdfPage {
  /** From the upper left corner, in points; A4 has 595 x 842. */
  items: (PdfText | PdfRect)[];
}

export interface PdfText {
  text: string;
  x: number;
  /** Of the baseline. */
  y: number;
  size: number;
  bold?: boolean;
  /** 0 black to 1 white. */
  grey?: number;
}

export interface PdfRect {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Red, green, blue, 0 to 1. */
  fill: readonly [number, number, number];
}

export interface PdfInfo {
  producer: string;
  /** ISO 8601, a day; the time is noon. */
  created: string;
}

const size = {width: 595, height: 842};

export function writePdf(pages: readonly PdfPage[], {producer, created}: PdfInfo): Uint8Array {
  const day = `D:${created.replaceAll('-', '')}120000Z`;
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '',
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<< /Producer (${escaped(producer)}) /CreationDate (${day}) /ModDate (${day}) >>`,
  ];
  const numbers: number[] = [];
  for (const page of pages) {
    const stream = page.items.map(operators).join('\n');
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.width} ${size.height}] /Contents ${objects.length} 0 R ` +
        '/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>',
    );
    numbers.push(objects.length);
  }
  const kids = numbers.map((number) => `${number} 0 R`).join(' ');
  objects[1] = `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`;
  return Buffer.from(withTable(objects), 'latin1');
}

function operators(item: PdfText | PdfRect): string {
  if (!('text' in item)) {
    const {x, y, width, height, fill} = item;
    return `${fill.join(' ')} rg ${x} ${size.height - y - height} ${width} ${height} re f`;
  }
  const {text, x, y, size: points, bold = false, grey = 0} = item;
  return `${grey} g BT /F${bold ? 2 : 1} ${points} Tf ${x} ${size.height - y} Td (${escaped(text)}) Tj ET`;
}

/** WinAnsi shares its letters with Latin-1; what is in neither is left out. */
function escaped(text: string): string {
  return text.replace(/[\\()]/g, '\\$&').replace(/[^\x20-\x7e\xa0-\xff]/g, '');
}

function withTable(objects: readonly string[]): string {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return (
    `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}` +
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${start}\n%%EOF\n`
  );
}
