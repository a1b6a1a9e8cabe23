/**
 * The fonts of prints, in the order in which they are asked for a letter. All are Noto Sans (SIL Open Font Licence) as variable fonts,
 * cut by their packages into files of Unicode ranges; only the letters that a print has are embedded in it.
 */
export const fontFamilies: readonly string[] = [
  '@fontsource-variable/noto-sans',
  '@fontsource-variable/noto-sans-arabic',
  '@fontsource-variable/noto-sans-hebrew',
  '@fontsource-variable/noto-sans-thai',
  '@fontsource-variable/noto-sans-bengali',
  '@fontsource-variable/noto-sans-tamil',
  '@fontsource-variable/noto-sans-telugu',
  '@fontsource-variable/noto-sans-gujarati',
  '@fontsource-variable/noto-sans-gurmukhi',
  '@fontsource-variable/noto-sans-kannada',
  '@fontsource-variable/noto-sans-malayalam',
  '@fontsource-variable/noto-sans-sinhala',
  '@fontsource-variable/noto-sans-georgian',
  '@fontsource-variable/noto-sans-armenian',
  '@fontsource-variable/noto-sans-ethiopic',
  '@fontsource-variable/noto-sans-khmer',
  '@fontsource-variable/noto-sans-lao',
  '@fontsource-variable/noto-sans-myanmar',
  '@fontsource-variable/noto-sans-sc',
  '@fontsource-variable/noto-sans-kr',
];

/** Ranges as CSS writes them, `U+0-ff,U+131`, as a question. */
export function coverage(ranges: string): (codePoint: number) => boolean {
  const parsed = ranges.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
  return (codePoint) => parsed.some(([from, to]) => codePoint >= from && codePoint <= to);
}
