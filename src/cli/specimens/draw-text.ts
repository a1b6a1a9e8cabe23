/** Text as SVG paths, so that a drawing looks the same on a machine without fonts. */

export interface Face {
  unitsPerEm: number;
  glyphs: ReadonlyMap<string, {advance: number; path: string}>;
}

export interface TextStyle {
  face: Face;
  x: number;
  /** Of the base line. */
  y: number;
  /** Em size, in units of the drawing. */
  size: number;
  fill?: string;
  /** `start` (default), `middle` or `end` of the text at x. */
  anchor?: 'start' | 'middle' | 'end';
  /** Distance from one character to the next; each is centred in it. The face's own advances when absent. */
  pitch?: number;
  /** Added behind every character, in units of the drawing. */
  spacing?: number;
}

/** Throws for a character that the face lacks: a specimen with a gap would be a wrong specimen. */
export function drawText(text: string, style: TextStyle): string {
  const {face, size, fill = '#16191d', spacing = 0} = style;
  const scale = size / face.unitsPerEm;
  const glyphs = [...text].map((character) => {
    const glyph = face.glyphs.get(character);
    if (!glyph) throw new Error(`The face has no outline for '${character}'`);
    const width = glyph.advance * scale;
    const advance = style.pitch ?? width + spacing;
    return {path: glyph.path, advance, offset: style.pitch === undefined ? 0 : (style.pitch - width) / 2};
  });
  const total = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
  let x = style.x - total * {start: 0, middle: 0.5, end: 1}[style.anchor ?? 'start'];
  let paths = '';
  for (const {path, advance, offset} of glyphs) {
    if (path !== '') {
      paths += `<path transform="translate(${round(x + offset)} ${round(style.y)}) scale(${round(scale)})" d="${path}"/>`;
    }
    x += advance;
  }
  return `<g fill="${fill}">${paths}</g>`;
}

function round(value: number): string {
  return String(Math.round(value * 10000) / 10000);
}
