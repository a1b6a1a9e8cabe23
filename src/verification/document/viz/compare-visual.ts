/** Holds what a machine-readable zone or a bar code says against what is printed for people. Pure. */
import type {GovernmentIdFieldName, ReadField} from '../../../protocol/government-id.ts';
import type {PictureReading} from '../reading.ts';
import {regionOf} from '../regions.ts';
import {findAligned} from './align.ts';
import type {VisualComparison, VisualComparisons} from './comparison.ts';
import {findValue, inValue, type ValueKind} from './find-values.ts';
import {bare, withoutAccents} from './letters.ts';
import {maskDifference} from './mask-difference.ts';
import {findRivalNumber} from './rival-number.ts';
import type {VisualField} from './visual-zone.ts';

/** What is printed on practically every document, and how it is compared. */
export const comparedFields: Partial<Record<GovernmentIdFieldName, ValueKind>> = {
  'name-last': 'name',
  'name-first': 'name',
  'document-number': 'number',
  birthdate: 'date',
  'expiration-date': 'date',
};

/**
 * A label's value speaks against another source only when it was read with this certainty; of a date every character, for one misread
 * digit makes another date (in small print at a mean of 0.9) ...
 */
const certain = 0.9;
/** ... and has less than this in common with it: a misread letter is no other person. */
const different = 0.6;

/** A zone's number whose check digit agrees as it was read, or a bar code's: nothing less is held against another number. */
const leastOfMachine = 0.97;

/** One comparison for each field that `known` has; none where no visual zone was read. */
export function compareVisual(
  pictures: readonly PictureReading[],
  known: Partial<Record<GovernmentIdFieldName, ReadField>>,
): VisualComparisons {
  const out: VisualComparisons = {};
  if (!pictures.some(({visual}) => visual && visual.lines.length > 0)) return out;
  for (const [name, kind] of Object.entries(comparedFields) as [GovernmentIdFieldName, ValueKind][]) {
    const {value, confidence = 0} = known[name] ?? {};
    if (value === undefined || value === '') continue;
    const sure = confidence >= leastOfMachine;
    out[name] = compareField({name, kind, value, sure, beside: namesBeside(name, known)}, pictures);
  }
  return out;
}

/** The other names of the same person, for blanks between them are lost. */
function namesBeside(name: GovernmentIdFieldName, known: Partial<Record<GovernmentIdFieldName, ReadField>>): string[] {
  const names: GovernmentIdFieldName[] = ['name-last', 'name-first', 'name-middle'];
  return names.flatMap((other) => (other === name ? [] : (known[other]?.value ?? [])));
}

interface Known {
  name: GovernmentIdFieldName;
  kind: ValueKind;
  value: string;
  /** It is read with as good as certainty. */
  sure: boolean;
  beside: readonly string[];
}

function compareField({name, kind, value, sure, beside}: Known, pictures: readonly PictureReading[]): VisualComparison {
  let best: VisualComparison = {agrees: false, similarity: 0, differing: [], confidence: 0, conflicts: false};
  for (const picture of pictures) {
    if (!picture.visual) continue;
    const {region, ...found} = findValue(value, kind, picture.visual.lines, beside);
    if (found.similarity <= best.similarity) continue;
    best = {...found, conflicts: false, ...(region && {region: regionOf(picture, region, name)})};
  }
  const rival = kind === 'number' && sure && best.similarity < 1 ? rivalOf(name, value, pictures) : undefined;
  if (rival) return rival;
  if (best.agrees) return best;
  for (const picture of pictures) {
    const labelled = picture.visual?.fields[name];
    if (labelled && contradicts(kind, value, labelled)) {
      const {similarity, differing} = likeness(kind, value, labelled.value);
      const region = regionOf(picture, labelled.region, name);
      const spellings = maskDifference(bare(withoutAccents(value)), bare(withoutAccents(labelled.value)));
      return {agrees: false, conflicts: true, spellings, similarity, differing, confidence: labelled.certainty, region};
    }
  }
  return best;
}

function rivalOf(
  name: GovernmentIdFieldName,
  value: string,
  pictures: readonly PictureReading[],
): VisualComparison | undefined {
  for (const picture of pictures) {
    const rival = picture.visual && findRivalNumber(value, picture.visual.lines);
    if (!rival) continue;
    const own = bare(withoutAccents(value));
    return {
      agrees: false,
      conflicts: true,
      similarity: Math.round((1 - rival.differing.length / own.length) * 1000) / 1000,
      differing: inValue(value, rival.differing),
      spellings: maskDifference(own, rival.text),
      confidence: rival.weakest,
      region: regionOf(picture, rival.region, name),
    };
  }
  return undefined;
}

function contradicts(kind: ValueKind, value: string, labelled: VisualField): boolean {
  if ((kind === 'date' ? labelled.weakest : labelled.certainty) < certain) return false;
  // A whole date that is another date, or another name; a number beside a label may be any number of the document's (`rivalOf`).
  if (kind === 'number') return false;
  return likeness(kind, value, labelled.value).similarity < (kind === 'date' ? 1 : different);
}

function likeness(kind: ValueKind, value: string, printed: string): {similarity: number; differing: number[]} {
  if (kind === 'date') {
    const differing = [...value].flatMap((symbol, i) => (symbol === printed[i] ? [] : [i]));
    return {similarity: Math.round((1 - differing.length / value.length) * 1000) / 1000, differing};
  }
  const [one, other] = [bare(withoutAccents(value)), bare(withoutAccents(printed))];
  // Either may be cut short, so the shorter is looked for in the longer.
  const {similarity, differing} = one.length <= other.length ? findAligned(one, other) : findAligned(other, one);
  return {similarity: Math.round(similarity * 1000) / 1000, differing};
}
