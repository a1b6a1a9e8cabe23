/** What speaks for or against a picture being one of a genuine document; measured once for each, judged by the checks. */
import type {RgbImage} from '../../image/gray.ts';
import {colourSpread} from './colour-spread.ts';
import {editorOf, isGenerated} from './editors.ts';
import {screenPattern, type ScreenPattern} from './screen-pattern.ts';

export interface Authenticity {
  /** See `colour-spread.ts`: 0 to 255. */
  colourSpread: number;
  /** Absent where the picture is too small. */
  screen?: ScreenPattern;
  /** The image editor that wrote the file, by its common name. */
  editor?: string;
  /** Whether the file says that a program made it from words. */
  generated?: true;
}

/** `software` as the file's metadata names it. */
export function measureAuthenticity(image: RgbImage, software?: string): Authenticity {
  const screen = screenPattern(image);
  const editor = editorOf(software);
  return {
    colourSpread: colourSpread(image),
    ...(screen && {screen}),
    ...(editor !== undefined && {editor}),
    ...(isGenerated(software) && {generated: true as const}),
  };
}
