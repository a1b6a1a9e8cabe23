/** The words beside printed values that say what they are, in Latin scripts; and the numbers that licences use instead. */
import type {GovernmentIdFieldName} from '../../../protocol/government-id.ts';
import fieldLabels from './field-labels.json' with {type: 'json'};
import otherLabels from './other-labels.json' with {type: 'json'};
import {findAligned} from './align.ts';
import {withoutAccents} from './letters.ts';

/** `other` is a known label of something that we do not keep: it ends a search, for its value is none of ours. */
export type LabelName = GovernmentIdFieldName | 'other';

export interface Label {
  name: LabelName;
  /** What follows on the same line; empty when the value stands elsewhere. */
  rest: string;
  /** Where `rest` begins in the line. */
  restStart: number;
}

interface Phrase {
  name: LabelName;
  text: string;
  words: number;
}

const phrases: readonly Phrase[] = [
  ...Object.entries(fieldLabels).flatMap(([name, texts]) =>
    texts.map((text) => phrase(name as GovernmentIdFieldName, text)),
  ),
  ...otherLabels.map((text) => phrase('other', text)),
].sort((a, b) => b.text.length - a.text.length);

function phrase(name: LabelName, label: string): Phrase {
  return {name, text: label.replaceAll(' ', ''), words: label.split(' ').length};
}

interface Word {
  text: string;
  end: number;
}

/** The label that a line begins with, read through its translations (`Surname/Nom/Nachname`); undefined when there is none. */
export function readLabel(line: string): Label | undefined {
  // "3. Date of birth" and "(3) Date of birth": the number says nothing that the words do not.
  const numbered = /^\s*(?:\(?\d{1,2}[a-d]?[.):]?\s*)?/iu.exec(line)?.[0].length ?? 0;
  const words = wordsOf(line, numbered);
  let name: LabelName | undefined;
  let used = 0;
  while (used < words.length) {
    const match = phraseAt(words, used);
    if (!match) break;
    // The first label that we keep counts: "Nom/Name" is no given name.
    if (name === undefined || name === 'other') name = match.name;
    else if (match.name !== name && match.name !== 'other' && !translates(line, words, used)) break;
    used += match.taken;
  }
  if (name === undefined) return undefined;
  const after = words[used - 1]?.end ?? 0;
  const gap = /^[\s.:;,/°#)-]*/u.exec(line.slice(after))?.[0].length ?? 0;
  return {name, rest: line.slice(after + gap).trim(), restStart: after + gap};
}

/** Whether the words before are parted from these by a stroke, so that they are one label in two languages. */
function translates(line: string, words: readonly Word[], at: number): boolean {
  return /^\s*[/|]/.test(line.slice(words[at - 1]?.end ?? 0));
}

function wordsOf(line: string, from: number): Word[] {
  const bare = line.slice(from);
  return [...bare.matchAll(/[\p{L}]+/gu)].map((match) => {
    return {text: withoutAccents(match[0]), end: from + match.index + match[0].length};
  });
}

/** The longest phrase that begins here; blanks between words may have been lost, and in long ones a letter misread. */
function phraseAt(words: readonly Word[], at: number): (Phrase & {taken: number}) | undefined {
  for (const each of phrases) {
    let joined = '';
    for (let taken = 1; taken <= each.words && at + taken <= words.length; taken++) {
      joined += words[at + taken - 1]?.text ?? '';
      if (sameText(joined, each.text)) return {...each, taken};
    }
  }
  return undefined;
}

function sameText(read: string, label: string): boolean {
  if (read === label) return true;
  if (label.length < 6 || Math.abs(read.length - label.length) > 1) return false;
  return findAligned(label, read).similarity >= 0.85;
}

/** Licences number their fields: ISO 18013-1 and AAMVA in America, directive 2006/126/EC in Europe. */
const numbers: Record<'aamva' | 'eu', Record<string, GovernmentIdFieldName>> = {
  aamva: {
    '1': 'name-last',
    '2': 'name-first',
    '3': 'birthdate',
    '4a': 'issue-date',
    '4b': 'expiration-date',
    '4d': 'document-number',
    '8': 'address-street-1',
    '15': 'sex',
    '16': 'height',
    '18': 'eye-color',
  },
  eu: {
    '1': 'name-last',
    '2': 'name-first',
    '3': 'birthdate',
    '4a': 'issue-date',
    '4b': 'expiration-date',
    '4c': 'issuing-authority',
    '5': 'document-number',
    '8': 'address-street-1',
  },
};

export interface NumberedLine {
  code: string;
  rest: string;
  restStart: number;
}

/** `4b. 01.01.2030`, `1 SAMPLE`, `4bExpires`; undefined where no such number begins the line. */
export function readNumber(line: string): NumberedLine | undefined {
  const match = /^\s*(4[abcd]|1[0-9]|[1-9])(?![\d/])\s*[.,:)]?\s*(?=[\p{L}\d])/iu.exec(line);
  if (!match?.[1]) return undefined;
  // "12 MAR 1990" and "1.5 m" begin with numbers that are none.
  const rest = line.slice(match[0].length);
  return {code: match[1].toLowerCase(), rest: rest.trim(), restStart: match[0].length};
}

export function fieldOfNumber(code: string, scheme: 'aamva' | 'eu'): GovernmentIdFieldName | undefined {
  return numbers[scheme][code];
}
