/** Lines of print made from text, for rules that never see a picture. */
import type {TextLine} from '../../../../src/verification/document/viz/visual-zone.ts';

/** One line; `x`, `y` are its left and middle in pixels, `height` its height; every character takes half of that. */
export function lineOf(
  text: string,
  {
    x = 100,
    y = 100,
    height = 20,
    probability = 0.98,
  }: {x?: number; y?: number; height?: number; probability?: number} = {},
): TextLine {
  const width = Math.max(1, text.length) * height * 0.5;
  const [top, bottom] = [y - height / 2, y + height / 2];
  return {
    text,
    characters: Array.from({length: text.length}, (_, i) => {
      return {symbol: text[i] ?? '', at: (i + 0.5) / text.length, probability};
    }),
    confidence: probability,
    quad: [
      {x, y: top},
      {x: x + width, y: top},
      {x: x + width, y: bottom},
      {x, y: bottom},
    ],
    region: {x, y: top, width, height},
    box: {cx: x + width / 2, cy: y, width, height, angle: 0},
  };
}

/** Lines one below the other, 30 pixels apart. */
export function linesOf(...texts: string[]): TextLine[] {
  return texts.map((text, i) => lineOf(text, {y: 100 + 30 * i}));
}
