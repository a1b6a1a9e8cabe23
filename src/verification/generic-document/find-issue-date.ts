/**
 * The day a document was issued: a date beside a label that says so, else the latest one at its top that is not said to be another.
 * Pure.
 */
import {findPrintedDates} from '../document/viz/printed-dates.ts';
import {folded, type PageLine} from './page-line.ts';

export interface IssueDate {
  /** ISO 8601. */
  value: string;
  /** 0 to 1: 0.9 beside its label, 0.5 without one. */
  confidence: number;
  line: PageLine;
}

/** What stands before the day a letter was written. */
const issued =
  /\b(invoice date|bill date|billing date|statement date|date of (issue|invoice|bill|statement)|issue date|issued( on)?|date issued|letter date|document date|rechnungsdatum|belegdatum|ausstellungsdatum|ausgestellt am|bescheid vom|datum|date de (facture|facturation|la facture|emission|l avis)|emise? le|le \d|fecha de (factura|emision|expedicion)|fecha|data (fattura|di emissione|emissione|documento)|factuurdatum|fakturadato|fakturadatum|utstedt|data wystawienia|date)\b/;
/** What stands before days that are something else. */
const other =
  /\b(due|payable|pay by|payment|birth|born|period|from|until|to|through|valid|expir\w*|next|meter|reading|contract|since|start|end|faellig|fallig|zahlbar|geburts\w*|geboren|zeitraum|bis|von|ab|gueltig|gultig|seit|lieferbeginn|vertrag\w*|echeance|naissance|periode|du|au|avant|vencimiento|nacimiento|periodo|desde|hasta|scadenza|nascita|dal|al|vervaldatum|geboortedatum|periode|forfall\w*|forfallodag|termin)\b/;

export interface IssueDateOptions {
  /** The day it is judged on, ISO 8601; later dates are taken only beside a label. */
  today: string;
  /** ISO 3166-1 alpha-2 of the address, if known: it says whether the month comes first. */
  country?: string;
}

export function findIssueDate(lines: readonly PageLine[], {today, country}: IssueDateOptions): IssueDate | undefined {
  const order = country === 'US' ? 'month-day' : 'day-month';
  const found: (IssueDate & {rank: number})[] = [];
  for (const line of lines) {
    for (const {candidates, start} of findPrintedDates(line.text, order)) {
      const value = candidates.find((date) => date <= today) ?? candidates[0];
      if (value === undefined) continue;
      const label = labelOf(line, start, lines);
      const rank = label === 'issued' ? 2 : label === 'other' || value > today ? 0 : 1;
      found.push({value, confidence: rank === 2 ? 0.9 : rank === 1 ? 0.5 : 0.2, line, rank});
    }
  }
  const best = Math.max(0, ...found.map(({rank}) => rank));
  if (best === 0) return undefined;
  // several without a label: the latest one is the letter's, earlier ones are what it speaks of
  const [date] = found
    .filter(({rank}) => rank === best)
    .toSorted((a, b) => (best === 2 ? a.line.page - b.line.page : b.value.localeCompare(a.value)));
  return date && {value: date.value, confidence: date.confidence, line: date.line};
}

/** What the words before the date on its line say, else those of the line to its left or above. */
function labelOf(line: PageLine, start: number, lines: readonly PageLine[]): 'issued' | 'other' | undefined {
  const own = meaning(line.text.slice(0, start));
  if (own) return own;
  if (start > 3) return undefined;
  const beside = lines.filter((one) => one.page === line.page && isLabelOf(one, line));
  return beside.map(({text}) => meaning(text)).find((label) => label !== undefined);
}

/** The label that stands nearest to the date counts: "invoice date ... due date" is due. */
function meaning(text: string): 'issued' | 'other' | undefined {
  const plain = folded(text).replace(/[^a-z0-9]+/g, ' ');
  const at = (expression: RegExp) => [...plain.matchAll(new RegExp(expression, 'g'))].at(-1)?.index ?? -1;
  const [yes, no] = [at(issued), at(other)];
  if (no >= 0 && no >= yes - 1) return 'other';
  // "due date": the word before makes it another
  if (yes > 0 && other.test(plain.slice(Math.max(0, yes - 14), yes))) return 'other';
  return yes >= 0 ? 'issued' : undefined;
}

function isLabelOf(label: PageLine, {box}: PageLine): boolean {
  const [middle, height] = [box.y + box.height / 2, Math.max(box.height, label.box.height)];
  const sameRow = Math.abs(label.box.y + label.box.height / 2 - middle) < height / 2;
  if (sameRow) return label.box.x + label.box.width <= box.x + height / 2 && box.x - label.box.x < height * 30;
  const above = box.y - (label.box.y + label.box.height);
  return above > -height / 2 && above < height * 1.2 && Math.abs(label.box.x - box.x) < height * 1.5;
}
