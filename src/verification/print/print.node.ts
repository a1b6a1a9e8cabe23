/** A print's blocks become a PDF. Runs in an engine process, so that fonts and pictures cost no request its time. */
import type {PrintBlock, PrintDocument, PrintResult} from '../../protocol/print.ts';
import {drawBlock} from './blocks.node.ts';
import {colours, Sheet} from './sheet.node.ts';

/** Every sign that the layout itself may write. */
const ascii = String.fromCharCode(...Array.from({length: 95}, (_, i) => 32 + i));

export async function printDocument(document: PrintDocument): Promise<PrintResult> {
  const started = process.cpuUsage();
  const sheet = await Sheet.open({title: document.title, texts: [ascii, ...textsOf(document)]});
  drawTitle(sheet, document);
  for (const block of document.blocks) drawBlock(sheet, block);
  const {bytes, pages} = await sheet.close(document.footer);
  const {user, system} = process.cpuUsage(started);
  return {pdf: bytes, pages, cpuMs: Math.round((user + system) / 1000)};
}

function drawTitle(sheet: Sheet, {title, status}: PrintDocument): void {
  const text = sheet.set(title, sheet.width - 130, {size: 21, colour: colours.ink, bold: true});
  sheet.badge(status.word, status.tone, {right: sheet.right, y: sheet.y + 7});
  sheet.draw(text, sheet.left, sheet.y);
  sheet.y += text.height;
  sheet.skip(10);
}

/** Every text anywhere in it. */
function textsOf(value: PrintDocument | PrintBlock): string[] {
  const texts: string[] = [];
  const walk = (one: unknown): void => {
    if (typeof one === 'string') texts.push(one);
    else if (Array.isArray(one)) one.forEach(walk);
    else if (typeof one === 'object' && one !== null && !ArrayBuffer.isView(one)) Object.values(one).forEach(walk);
  };
  walk(value);
  return texts;
}
