/**
 * The three ways in which the editions write a name:
 * DCS + DAC + DAD (since version 4), DCS + DCT "FIRST,MIDDLE" (versions 2 and 3), DAA "LAST,FIRST,MIDDLE,SUFFIX" (version 1),
 * with DAB, DAC, DAD, DAE beside it on some version 1 cards.
 */
import {emptyValues} from './aamva-elements.ts';

export interface NameParts {
  first?: NamePart;
  middle?: NamePart;
  last?: NamePart;
  suffix?: NamePart;
}

export interface NamePart {
  value: string;
  /** The element that says it. */
  element: string;
}

export type Truncation = 'truncated' | 'complete' | 'unknown';

export function readName(elements: ReadonlyMap<string, string>): NameParts {
  const whole = readWholeName(elements);
  const given = readGivenNames(elements);
  const last = part(elements, 'DCS') ?? part(elements, 'DAB') ?? whole.last;
  const first = part(elements, 'DAC') ?? given.first ?? whole.first;
  const middle = part(elements, 'DAD') ?? given.middle ?? whole.middle;
  const suffix = part(elements, 'DCU') ?? part(elements, 'DAE') ?? whole.suffix;
  return {...(first && {first}), ...(middle && {middle}), ...(last && {last}), ...(suffix && {suffix})};
}

/** Flags DDE (family), DDF (first) and DDG (middle name), since version 4: T, N or U. */
export function readTruncation(elements: ReadonlyMap<string, string>): {
  last: Truncation;
  first: Truncation;
  middle: Truncation;
} {
  const flag = (id: string): Truncation => {
    const value = elements.get(id);
    return value === 'T' ? 'truncated' : value === 'N' ? 'complete' : 'unknown';
  };
  return {last: flag('DDE'), first: flag('DDF'), middle: flag('DDG')};
}

/** DCT separates by comma; where an issuer wrote none, by the first space. */
function readGivenNames(elements: ReadonlyMap<string, string>): NameParts {
  const text = elements.get('DCT');
  if (text === undefined) return {};
  const parts = text.includes(',') ? text.split(',') : splitOnce(text);
  return named('DCT', {first: parts[0], middle: parts.slice(1).join(' ')});
}

/** DAA has the family name first between commas; a few issuers wrote "FIRST MIDDLE LAST" with spaces. */
function readWholeName(elements: ReadonlyMap<string, string>): NameParts {
  const text = elements.get('DAA');
  if (text === undefined) return {};
  if (/[,@]/.test(text)) {
    const [last, first, middle, suffix] = text.split(/[,@]/);
    return named('DAA', {last, first, middle, suffix});
  }
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length === 1) return named('DAA', {last: words[0]});
  return named('DAA', {first: words[0], middle: words.slice(1, -1).join(' '), last: words.at(-1)});
}

function splitOnce(text: string): string[] {
  const at = text.trim().indexOf(' ');
  return at < 0 ? [text] : [text.trim().slice(0, at), text.trim().slice(at + 1)];
}

function named(element: string, parts: Record<string, string | undefined>): NameParts {
  const kept = Object.entries(parts).filter(([, value]) => !isEmpty(value));
  return Object.fromEntries(kept.map(([key, value]) => [key, {value: tidy(value ?? ''), element}]));
}

function part(elements: ReadonlyMap<string, string>, id: string): NamePart | undefined {
  const value = elements.get(id);
  return value === undefined || isEmpty(value) ? undefined : {value: tidy(value), element: id};
}

function isEmpty(value: string | undefined): boolean {
  return value === undefined || emptyValues.has(value.trim().toUpperCase());
}

function tidy(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}
