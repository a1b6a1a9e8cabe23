/**
 * Fields by the labels printed beside them: `Surname / Nom` over a name, `4b. 01.01.2030` on a licence. Pure, never throws.
 *
 * A value found so has one source, no check digit and a recogniser's word: `mostConfidence` keeps it below what an automatic
 * decision needs.
 */
import type {GovernmentIdFieldName} from '../../../protocol/government-id.ts';
import {fieldOfNumber, readLabel, readNumber, type Label, type NumberedLine} from './labels.ts';
import {findPrintedDates, type DateOrder} from './printed-dates.ts';
import {sameRow} from './reading-order.ts';
import {isZoneText, regionOfText, type TextLine, type VisualField, type VisualFields} from './visual-zone.ts';

export const mostConfidence = 0.6;

export interface FindFieldsOptions {
  /** ISO 8601; settles centuries. */
  today: string;
  /** ISO 3166-1 alpha-2, where something else told it: America writes the month first. */
  country?: string;
}

/** Lines that number their fields before we believe that these are numbers of fields. */
const leastNumbered = 3;

export function findFields(lines: readonly TextLine[], options: FindFieldsOptions): VisualFields {
  const anchors = readAnchors(lines);
  const scheme = numbering(anchors, options);
  const order = dateOrder(anchors, scheme, options);
  const taken = new Set<TextLine>();
  const fields: VisualFields = {};
  for (const anchor of anchors) {
    const name = nameOf(anchor, scheme);
    if (name === undefined || name === 'other') continue;
    // A number that says what follows wins over a word of its own line.
    for (const {line, from} of places(anchor, anchors, scheme)) {
      if (taken.has(line) || fields[name]) continue;
      const field = readField(name, line, from, order, options.today);
      if (!field) continue;
      fields[name] = field;
      taken.add(line);
    }
  }
  return fields;
}

interface Anchor {
  line: TextLine;
  label: Label | undefined;
  number: NumberedLine | undefined;
}

/** Lines of a machine-readable zone are no print. A street's "1 MAIN ST" is not field 1 where another line is plainly that. */
function readAnchors(lines: readonly TextLine[]): Anchor[] {
  const printed = lines.filter(({text}) => !isZoneText(text));
  const anchors = printed.map((line) => ({line, label: readLabel(line.text), number: readNumber(line.text)}));
  const named = new Set(anchors.flatMap(({label, number}) => (label && number ? [number.code] : [])));
  return anchors.map((anchor) => {
    const doubtful = anchor.number && !anchor.label && named.has(anchor.number.code);
    return doubtful ? {...anchor, number: undefined} : anchor;
  });
}

type Scheme = 'aamva' | 'eu' | undefined;

/** A European licence has 4c, or marks its numbers with a stop; an American one has 4d or a country that says so. */
function numbering(anchors: readonly Anchor[], {country}: FindFieldsOptions): Scheme {
  const numbered = anchors.filter(
    ({number}) => number && (fieldOfNumber(number.code, 'aamva') ?? fieldOfNumber(number.code, 'eu')),
  );
  const codes = new Set(numbered.map(({number}) => number?.code));
  if (codes.size < leastNumbered || !(codes.has('4a') || codes.has('4b') || codes.has('3'))) return undefined;
  if (country === 'US' || country === 'CA') return 'aamva';
  if (codes.has('4c') || country !== undefined) return codes.has('5') || codes.has('4c') ? 'eu' : 'aamva';
  const stopped = numbered.filter(({line}) => /^\s*\d{1,2}[a-d]?\s*[.,]/i.test(line.text)).length;
  return codes.has('5') && !codes.has('4d') && stopped > numbered.length / 2 ? 'eu' : 'aamva';
}

function dateOrder(anchors: readonly Anchor[], scheme: Scheme, {country}: FindFieldsOptions): DateOrder {
  if (country !== undefined) return country === 'US' ? 'month-day' : 'day-month';
  const words = anchors.map(({line}) => line.text.toUpperCase());
  return scheme === 'aamva' && words.some((text) => /\bUSA\b|DRIVER.?S? ?LICENSE/.test(text))
    ? 'month-day'
    : 'day-month';
}

function nameOf({label, number}: Anchor, scheme: Scheme): Label['name'] | undefined {
  const numbered = number && scheme ? fieldOfNumber(number.code, scheme) : undefined;
  return numbered ?? label?.name;
}

/** Where the value of an anchor may stand, likeliest first: behind it, below it, right of it. */
function places(anchor: Anchor, anchors: readonly Anchor[], scheme: Scheme): {line: TextLine; from: number}[] {
  const {line, label, number} = anchor;
  const own = label ? (label.rest === '' ? undefined : label.restStart) : number?.restStart;
  const free = anchors.filter((other) => {
    return other !== anchor && other.label === undefined && !(other.number && nameOf(other, scheme) !== undefined);
  });
  const height = line.box.height;
  const start = line.box.cx - line.box.width / 2;
  const below = free
    .map(({line: other}) => ({other, down: other.box.cy - line.box.cy, left: other.box.cx - other.box.width / 2}))
    .filter(({other, down, left}) => {
      const reach = 1.3 * (height + other.box.height);
      return down > 0.4 * height && down < reach && Math.abs(left - start) < 2.5 * Math.max(height, other.box.height);
    })
    .sort((a, b) => a.down + Math.abs(a.left - start) - b.down - Math.abs(b.left - start));
  const right = free
    .filter(({line: other}) => sameRow(line, other) && other.box.cx > line.box.cx)
    .sort((a, b) => a.line.box.cx - b.line.box.cx)
    .slice(0, 1);
  return [
    ...(own === undefined ? [] : [{line, from: own}]),
    ...below.map(({other}) => ({line: other, from: 0})),
    ...right.map(({line: other}) => ({line: other, from: 0})),
  ];
}

function readField(
  name: GovernmentIdFieldName,
  line: TextLine,
  from: number,
  order: DateOrder,
  today: string,
): VisualField | undefined {
  const text = line.text.slice(from);
  const found = valueOf(name, text, order, today);
  if (!found) return undefined;
  const start = from + found.start;
  const end = from + found.end;
  const seen = line.characters.slice(start, end).filter(({symbol}) => symbol !== ' ');
  const certainty = seen.length === 0 ? 0 : seen.reduce((sum, {probability}) => sum + probability, 0) / seen.length;
  return {
    value: found.value,
    confidence: Math.round(mostConfidence * certainty * 1000) / 1000,
    certainty: Math.round(certainty * 1000) / 1000,
    weakest: seen.length === 0 ? 0 : Math.min(...seen.map(({probability}) => probability)),
    text: line.text.slice(start, end),
    region: regionOfText(line, start, end),
  };
}

interface Value {
  value: string;
  start: number;
  end: number;
}

function valueOf(name: GovernmentIdFieldName, text: string, order: DateOrder, today: string): Value | undefined {
  switch (name) {
    case 'birthdate':
    case 'issue-date':
    case 'expiration-date':
      return dateOf(name, text, order, today);
    case 'document-number':
      return matched(text, /[A-Z0-9][A-Z0-9 -]{3,20}[A-Z0-9]/i, (value) => {
        const number = value.toUpperCase().replace(/[ ]/g, '');
        return (number.match(/\d/g)?.length ?? 0) >= 3 ? number : undefined;
      });
    case 'sex':
      return matched(text, /^\s*[MFXHKW](?![\p{L}\d])/iu, (value) => sexes[value.trim().toUpperCase()]);
    case 'name-first':
    case 'name-last':
      return matched(text, /\p{L}[\p{L}' .,-]*/u, (value) => {
        const capitals = value.replace(/[\s.,-]+$/, '').toUpperCase();
        return !/\d/.test(text) && capitals.length >= 2 && capitals.length <= 60 ? capitals : undefined;
      });
    case 'nationality':
      return matched(text, /\p{L}[\p{L} /]*/u, (value) => (/\d/.test(text) ? undefined : value.trim().toUpperCase()));
    default:
      return matched(text, /[\p{L}\d].*/u, (value) =>
        value.trim().length >= 2 ? value.trim().toUpperCase() : undefined,
      );
  }
}

/** Women are F, K (kvinna, kobieta) or W (weiblich) on older documents; men are M or H (homme). */
const sexes: Record<string, string> = {M: 'M', F: 'F', X: 'X', H: 'M', K: 'F', W: 'F'};

function matched(text: string, expression: RegExp, read: (match: string) => string | undefined): Value | undefined {
  const match = expression.exec(text);
  const value = match ? read(match[0]) : undefined;
  return match && value !== undefined ? {value, start: match.index, end: match.index + match[0].length} : undefined;
}

/** Nobody is born or served tomorrow, and nothing expires a century ago: that settles two-digit years. */
function dateOf(
  name: 'birthdate' | 'issue-date' | 'expiration-date',
  text: string,
  order: DateOrder,
  today: string,
): Value | undefined {
  const [first] = findPrintedDates(text, order);
  if (!first) return undefined;
  const oldest = `${Number(today.slice(0, 4)) - 60}`;
  const value = first.candidates.find((date) => (name === 'expiration-date' ? date > oldest : date <= today));
  return value === undefined ? undefined : {value, start: first.start, end: first.end};
}
