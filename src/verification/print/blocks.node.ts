/** How each block of a print looks. A block never starts at the foot of a page without what follows it. */
import type {PrintBlock, PrintCheck, PrintFact} from '../../protocol/print.ts';
import {drawPictures} from './pictures.node.ts';
import {colours, type Sheet} from './sheet.node.ts';

const body = {size: 9.5, colour: colours.ink};
const quiet = {size: 8, colour: colours.quiet};

export function drawBlock(sheet: Sheet, block: PrintBlock): void {
  switch (block.kind) {
    case 'section':
      return drawSection(sheet, block);
    case 'heading':
      return drawHeading(sheet, block);
    case 'facts':
      return drawFacts(sheet, block.facts);
    case 'checks':
      return drawChecks(sheet, block.checks);
    case 'pictures':
      return drawPictures(sheet, block.pictures);
    case 'history':
      return drawHistory(sheet, block.entries);
    case 'note':
      return drawNote(sheet, block.text);
  }
}

function drawSection(sheet: Sheet, {title, status}: Extract<PrintBlock, {kind: 'section'}>): void {
  sheet.skip(20);
  sheet.need(110);
  sheet.rule();
  sheet.skip(12);
  const text = sheet.set(title, sheet.width - 120, {size: 13, colour: colours.ink, bold: true});
  if (status) sheet.badge(status.word, status.tone, {right: sheet.right, y: sheet.y + 1});
  sheet.draw(text, sheet.left, sheet.y);
  sheet.y += text.height;
  sheet.skip(4);
}

function drawHeading(sheet: Sheet, {title, keep = 70}: Extract<PrintBlock, {kind: 'heading'}>): void {
  sheet.skip(10);
  sheet.need(keep);
  const text = sheet.set(title, sheet.width, {size: 9.5, colour: colours.quiet, bold: true});
  sheet.draw(text, sheet.left, sheet.y);
  sheet.y += text.height;
  sheet.skip(3);
}

/** Two to a row, label above value; a long value takes the row. */
function drawFacts(sheet: Sheet, facts: readonly PrintFact[]): void {
  const gap = 22;
  const half = (sheet.width - gap) / 2;
  const cells = facts.map((fact) => {
    const narrow = cellOf(sheet, fact, half);
    return narrow.value.lines.length > 2 ? cellOf(sheet, fact, sheet.width) : narrow;
  });
  for (let i = 0; i < cells.length;) {
    const [first, second] = [cells[i], cells[i + 1]];
    if (!first) return;
    const pair = first.width === half && second?.width === half ? [first, second] : [first];
    const height = Math.max(...pair.map((cell) => cell.height));
    sheet.need(height);
    pair.forEach((cell, column) => drawCell(sheet, cell, sheet.left + column * (half + gap)));
    sheet.y += height;
    sheet.skip(5);
    i += pair.length;
  }
}

function cellOf(sheet: Sheet, {label, value, detail}: PrintFact, width: number) {
  const parts = {
    label: sheet.set(label, width, quiet),
    value: sheet.set(value, width, body),
    detail: detail === undefined ? undefined : sheet.set(detail, width, {...quiet, size: 7.5}),
  };
  return {...parts, width, height: parts.label.height + parts.value.height + (parts.detail?.height ?? 0)};
}

function drawCell(sheet: Sheet, cell: ReturnType<typeof cellOf>, x: number): void {
  const right = x + cell.width;
  sheet.draw(cell.label, x, sheet.y, right);
  sheet.draw(cell.value, x, sheet.y + cell.label.height, right);
  if (cell.detail) sheet.draw(cell.detail, x, sheet.y + cell.label.height + cell.value.height, right);
}

/** Columns: what was looked at and why it says so, whether it decides, what was measured, how it ended. */
function drawChecks(sheet: Sheet, checks: readonly PrintCheck[]): void {
  const columns = {name: 0, requirement: 0.5, measured: 0.66, end: 1};
  const at = (share: number) => sheet.left + share * sheet.width;
  for (const check of checks) {
    const name = sheet.set(check.name, sheet.width * 0.48, body);
    const reasons = check.reasons.length
      ? sheet.set(check.reasons.join(', '), sheet.width * 0.48, {...quiet, size: 7.5})
      : undefined;
    const measured = sheet.set(measurement(check), sheet.width * 0.18, quiet);
    const unit = sheet.set(check.unit ?? '', sheet.width * 0.2, {...quiet, size: 6.5});
    const told = measured.height + (check.unit === undefined ? 0 : unit.height);
    const height = Math.max(name.height + (reasons?.height ?? 0), told, 18) + 5;
    sheet.need(height + 2);
    sheet.draw(name, at(columns.name), sheet.y);
    if (reasons) sheet.draw(reasons, at(columns.name), sheet.y + name.height - 1);
    sheet.draw(sheet.set(check.requirement, sheet.width * 0.15, quiet), at(columns.requirement), sheet.y + 1.5);
    sheet.draw(measured, at(columns.measured), sheet.y + 1.5);
    sheet.draw(unit, at(columns.measured), sheet.y + measured.height + 0.5);
    sheet.badge(check.status.word, check.status.tone, {right: sheet.right, y: sheet.y - 1});
    sheet.y += height;
    sheet.rule(sheet.y - 2);
    sheet.skip(3);
  }
}

function measurement({measured, threshold}: PrintCheck): string {
  if (measured === undefined) return '';
  return threshold === undefined ? measured : `${measured} (limit ${threshold})`;
}

function drawHistory(sheet: Sheet, entries: readonly {at: string; what: string; detail?: string}[]): void {
  for (const {at, what, detail} of entries) {
    const text = sheet.set(what, sheet.width - 150, body);
    const more = detail === undefined ? undefined : sheet.set(detail, sheet.width - 150, quiet);
    const height = text.height + (more?.height ?? 0) + 4;
    sheet.need(height);
    sheet.draw(sheet.set(at, 145, quiet), sheet.left, sheet.y + 1.5);
    sheet.draw(text, sheet.left + 150, sheet.y);
    if (more) sheet.draw(more, sheet.left + 150, sheet.y + text.height);
    sheet.y += height;
  }
}

function drawNote(sheet: Sheet, text: string): void {
  sheet.skip(4);
  sheet.flow(text, {size: 9, colour: colours.quiet});
  sheet.skip(4);
}
