/** The pages of a print: how much room there is, what comes next where, and the foot of every page when all are written. */
import PDFDocument from 'pdfkit';
import {Typesetter, type TextBlock, type TextStyle} from './typesetter.node.ts';

export const colours = {
  ink: '#17202a',
  quiet: '#5b6672',
  line: '#d9dee4',
  paper: '#f5f7f9',
  passed: '#1d7a3e',
  failed: '#c0261c',
  neutral: '#1f5fbf',
} as const;

/** A4 in points, with room for punching. */
const margin = {left: 50, right: 46, top: 50, bottom: 62};

export class Sheet {
  readonly pdf: typeof PDFDocument.prototype;
  readonly left = margin.left;
  readonly right: number;
  readonly width: number;
  /** Where the next thing begins. */
  y = margin.top;
  private readonly type: Typesetter;
  private readonly bottom: number;

  private constructor(pdf: typeof PDFDocument.prototype, type: Typesetter) {
    this.pdf = pdf;
    this.type = type;
    this.right = pdf.page.width - margin.right;
    this.width = this.right - this.left;
    this.bottom = pdf.page.height - margin.bottom;
  }

  static async open(options: {title: string; texts: readonly string[]}): Promise<Sheet> {
    const pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      lang: 'en',
      displayTitle: true,
      info: {Title: options.title, Creator: 'Countersign', Producer: 'Countersign'},
    });
    return new Sheet(pdf, await Typesetter.open(pdf, options.texts));
  }

  /** Room that is left on this page. */
  get room(): number {
    return this.bottom - this.y;
  }

  get pageHeight(): number {
    return this.bottom - margin.top;
  }

  /** Turns the page where less than this is left; what is higher than a page begins on a fresh one. */
  need(height: number): void {
    if (this.room >= Math.min(height, this.pageHeight) || this.y === margin.top) return;
    this.pdf.addPage();
    this.y = margin.top;
  }

  skip(height: number): void {
    this.y = Math.min(this.y + height, this.bottom);
  }

  set(text: string, width: number, style: TextStyle): TextBlock {
    return this.type.set(text, width, style);
  }

  draw(block: TextBlock, x: number, y: number, right = this.right): void {
    this.type.draw(block, {x, y, right});
  }

  /** Text over the whole width that may run over several pages. */
  flow(text: string, style: TextStyle, x = this.left): void {
    const block = this.set(text, this.right - x, style);
    const lineHeight = block.height / Math.max(1, block.lines.length);
    for (const line of block.lines) {
      this.need(lineHeight);
      this.draw({...block, lines: [line], height: lineHeight}, x, this.y);
      this.y += lineHeight;
    }
  }

  /** A rounded plate with a word; answers its width. */
  badge(word: string, tone: 'passed' | 'failed' | 'neutral', at: {right: number; y: number}): number {
    const colour = tone === 'neutral' ? colours.quiet : colours[tone];
    const text = this.set(word, 200, {size: 8.5, colour, bold: true});
    const width = (text.lines[0]?.width ?? 0) + 14;
    const x = at.right - width;
    this.pdf.roundedRect(x, at.y, width, 17, 8.5).fillOpacity(0.1).fill(colour).fillOpacity(1);
    this.draw(text, x + 7, at.y + 2);
    return width;
  }

  rule(y = this.y): void {
    this.pdf.moveTo(this.left, y).lineTo(this.right, y).lineWidth(0.6).stroke(colours.line);
  }

  /** Writes the foot of every page; nothing may be drawn after it. */
  async close(footer: string): Promise<{bytes: Uint8Array; pages: number}> {
    const {pdf} = this;
    const {count} = pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      pdf.switchToPage(page);
      const y = this.bottom + 18;
      this.rule(y - 6);
      const style = {size: 7.5, colour: colours.quiet};
      this.draw(this.set(footer, this.width - 60, style), this.left, y);
      const number = this.set(`${page + 1} / ${count}`, 60, style);
      this.draw(number, this.right - (number.lines[0]?.width ?? 0), y);
    }
    const chunks: Buffer[] = [];
    const ended = new Promise<void>((resolve, reject) => {
      pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
      pdf.on('end', resolve);
      pdf.on('error', reject);
    });
    pdf.end();
    await ended;
    return {bytes: Buffer.concat(chunks), pages: count};
  }
}
