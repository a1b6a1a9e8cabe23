/** The lines of text that people read on a document, as plain values. */
import type {GovernmentIdFieldName} from '../../../protocol/government-id.ts';
import type {TurnedRect} from '../../image/gray.ts';
import type {PixelBox} from '../../image/quality.ts';
import type {DecodedText} from './decode-text.ts';
import type {Quad, View} from './view.ts';

export interface TextLine extends DecodedText {
  /** Corners and upright box in pixels of the picture; top left first as the text reads. */
  quad: Quad;
  region: PixelBox;
  /** In pixels of the view, in which text runs from left to right. */
  box: TurnedRect;
}

export interface VisualZone {
  /** In reading order. */
  lines: TextLine[];
  view: View;
}

export interface VisualField {
  /** Dates ISO 8601, sex M, F or X, anything else as printed, in capitals. */
  value: string;
  /** 0 to 0.6: one source, without a check digit. */
  confidence: number;
  /** Mean probability of the line's characters, 0 to 1. */
  certainty: number;
  /** Probability of its least certain character, 0 to 1. */
  weakest: number;
  /** The characters as they stand. */
  text: string;
  /** In pixels of the picture. */
  region: PixelBox;
}

export type VisualFields = Partial<Record<GovernmentIdFieldName, VisualField>>;

/** With what its labels say; see `find-fields.ts`. */
export interface VisualReading {
  /** In reading order; not all of them where fewer were enough. */
  lines: readonly TextLine[];
  fields: VisualFields;
  /** The part of the picture they were looked for in, as it reads. */
  view?: View;
}

/** A line of a machine-readable zone is no print: it would only confirm itself. */
export function isZoneText(text: string): boolean {
  return text.includes('<<') || (/^\S{26,}$/.test(text) && /\d{6}/.test(text));
}

/** The box in the picture around a part of a line: characters `from` to `to` (exclusive). */
export function regionOfText(
  {quad: [p0, p1, p2, p3], characters, region}: TextLine,
  from: number,
  to: number,
): PixelBox {
  const first = characters[from];
  const last = characters[to - 1];
  if (!first || !last || characters.length < 2) return region;
  // Half a character to either side of the middles.
  const half = 0.6 / characters.length;
  const [start, end] = [Math.max(0, first.at - half), Math.min(1, last.at + half)];
  const between = (a: {x: number; y: number}, b: {x: number; y: number}, t: number) => {
    return {x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t};
  };
  const corners = [between(p0, p1, start), between(p0, p1, end), between(p3, p2, end), between(p3, p2, start)];
  const xs = corners.map(({x}) => x);
  const ys = corners.map(({y}) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return {x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y};
}
