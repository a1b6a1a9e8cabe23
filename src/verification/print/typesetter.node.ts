/** Writes text of any script onto the pages of a PDF: measured, broken into lines, reordered, each letter in a font that has it. */
import type PDFDocument from 'pdfkit';
import {fontWith, installedFaces, lettersIn, type Face} from './fonts.node.ts';
import {brokenLines} from './lines.ts';
import {directionOf, piecesOf, type Piece} from './pieces.ts';

export interface TextStyle {
  /** In points. */
  size: number;
  colour: string;
  bold?: boolean;
}

export interface TextBlock {
  lines: {pieces: Piece<Face>[]; width: number}[];
  direction: 'ltr' | 'rtl';
  style: TextStyle;
  /** In points, of all lines. */
  height: number;
}

const weights = {regular: 400, bold: 700} as const;
const replacement = '\ufffd';
/** Distance of baselines, and of the first from the top, as shares of the size. */
const [leading, ascent] = [1.42, 1.07];

export class Typesetter {
  private readonly pdf: typeof PDFDocument.prototype;
  private readonly faces: readonly Face[];
  private readonly embedded: {face: Face; has: ReadonlySet<string>}[] = [];
  /** The face of each grapheme seen, which costs a search. */
  private readonly found = new Map<string, Face | undefined>();

  private constructor(pdf: typeof PDFDocument.prototype, faces: readonly Face[]) {
    this.pdf = pdf;
    this.faces = faces;
  }

  /** @param texts everything that will be written: only these letters are embedded */
  static async open(pdf: typeof PDFDocument.prototype, texts: readonly string[]): Promise<Typesetter> {
    const setter = new Typesetter(pdf, installedFaces());
    const letters = new Set([...texts.map(clean).join(''), replacement]);
    for (const face of setter.faces) {
      const promised = [...letters].filter((letter) => face.covers(letter.codePointAt(0) ?? 0));
      if (promised.length > 0) await setter.embed(face, promised, letters);
    }
    return setter;
  }

  /** Takes from `wanted` what this face has; combining marks stay, because the letter before them decides. */
  private async embed(face: Face, promised: readonly string[], wanted: Set<string>): Promise<void> {
    const font = await fontWith(face, promised, weights.regular);
    const has = lettersIn(font, promised);
    if (has.size === 0) return;
    this.embedded.push({face, has});
    this.pdf.registerFont(`${face.name} regular`, font);
    this.pdf.registerFont(`${face.name} bold`, await fontWith(face, has, weights.bold));
    for (const letter of has) if (!/\p{M}/u.test(letter)) wanted.delete(letter);
  }

  set(text: string, width: number, style: TextStyle): TextBlock {
    const shown = this.shown(clean(text));
    const direction = directionOf(shown);
    const piecesIn = (line: string) => piecesOf(line, direction, (grapheme) => this.faceOf(grapheme) ?? this.first());
    const widthOf = (line: string) => this.widthOf(piecesIn(line), style);
    const lines = brokenLines(shown, width, widthOf).map((line) => {
      const pieces = piecesIn(line);
      return {pieces, width: this.widthOf(pieces, style)};
    });
    return {lines, direction, style, height: lines.length * style.size * leading};
  }

  /** @param right the right edge, where a text of several lines that reads from right to left begins */
  draw({lines, direction, style}: TextBlock, at: {x: number; y: number; right: number}): void {
    const indented = direction === 'rtl' && lines.length > 1;
    lines.forEach(({pieces, width}, n) => {
      let x = indented ? at.right - width : at.x;
      const y = at.y + (n * leading + ascent) * style.size;
      for (const piece of pieces) {
        this.use(piece.face, style);
        this.pdf.fillColor(style.colour).text(piece.text, x, y, {lineBreak: false, baseline: 'alphabetic'});
        x += this.pdf.widthOfString(piece.text);
      }
    });
  }

  private widthOf(pieces: readonly Piece<Face>[], style: TextStyle): number {
    return pieces.reduce((width, {text, face}) => {
      this.use(face, style);
      return width + this.pdf.widthOfString(text);
    }, 0);
  }

  private use({name}: Face, {size, bold}: TextStyle): void {
    this.pdf.font(`${name} ${bold ? 'bold' : 'regular'}`).fontSize(size);
  }

  /** Letters that no font has become one sign that says so. */
  private shown(text: string): string {
    return [...text].map((letter) => (letter === '\n' || this.faceOf(letter) ? letter : replacement)).join('');
  }

  private faceOf(grapheme: string): Face | undefined {
    if (this.found.has(grapheme)) return this.found.get(grapheme);
    const letters = [...grapheme].filter((letter) => !/[\u200c\u200d]/.test(letter));
    const all = this.embedded.find(({has}) => letters.every((letter) => has.has(letter)));
    const face = (all ?? this.embedded.find(({has}) => has.has(letters[0] ?? '')))?.face;
    this.found.set(grapheme, face);
    return face;
  }

  private first(): Face {
    const [first] = this.embedded;
    if (!first) throw new Error('no font for prints is installed');
    return first.face;
  }
}

/** Composed letters, plain spaces, and nothing that moves the cursor but line feeds. */
function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\u200c\u200d])[\p{Cc}\p{Cf}]/gu, ' ');
}
