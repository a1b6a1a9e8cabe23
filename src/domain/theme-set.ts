/** What a theme set looks like on a page, and which of its colours some people could not read. */
import {themeTokens, tokenAliases, tokenList} from '../protocol/theme-set.ts';
import type {ThemeStyles, ThemeToken} from '../protocol/theme-set.ts';

export interface Look {
  scheme: 'light' | 'dark' | 'auto';
  /** Custom properties by name; `light-dark()` where the two differ. */
  properties: Record<string, string>;
  /** A folder on the server whose logo and font are shown. */
  folder?: string;
}

const variants = ['light', 'dark'] as const;
type Variant = (typeof variants)[number];

export function lookOf(styles: ThemeStyles): Look {
  const properties: Record<string, string> = {};
  for (const token of tokenList) {
    const [light, dark] = [given(styles, 'light', token), given(styles, 'dark', token)];
    const definition = themeTokens[token];
    if (definition.kind !== 'color') {
      // a size is the same in both: what light says, else dark
      const value = light ?? dark;
      if (value !== undefined) properties[`--cs-${token}`] = value;
    } else if (light !== undefined || dark !== undefined)
      properties[`--cs-${token}`] = `light-dark(${light ?? definition.light}, ${dark ?? definition.dark})`;
  }
  const folder = styles.light?.['step-assets']?.folder ?? styles.dark?.['step-assets']?.folder;
  return {scheme: schemeOf(styles), properties, ...(folder !== undefined && {folder})};
}

function schemeOf({settings = {}}: ThemeStyles): Look['scheme'] {
  if (settings['use-dark-theme'] === false) return 'light';
  return settings['preferred-theme-variant'] ?? 'auto';
}

/** By our name, else by a name of the reference. */
function given(styles: ThemeStyles, variant: Variant, token: ThemeToken): string | undefined {
  const cells = styles[variant]?.inquiry ?? {};
  if (cells[token] !== undefined) return cells[token];
  const alias = Object.keys(tokenAliases).find((name) => tokenAliases[name] === token && cells[name] !== undefined);
  return alias === undefined ? undefined : cells[alias];
}

/** What stands on what, and the ratio that WCAG 2.2 asks for: 4.5 for text, 3 for the edges of controls. */
const pairs: readonly [on: ThemeToken, ground: ThemeToken, least: number][] = [
  ['ink', 'ground', 4.5],
  ['ink-soft', 'ground', 4.5],
  ['on-accent', 'accent', 4.5],
  ['accent', 'ground', 3],
  ['line-strong', 'ground', 3],
  ['good', 'good-ground', 4.5],
  ['bad', 'bad-ground', 4.5],
  ['warn', 'warn-ground', 4.5],
];

export interface PoorContrast {
  variant: Variant;
  on: ThemeToken;
  ground: ThemeToken;
  ratio: number;
  least: number;
}

/** Pairs that are too close, in the looks that are shown. */
export function poorContrasts(styles: ThemeStyles): PoorContrast[] {
  const shown = {light: schemeOf(styles) !== 'dark', dark: schemeOf(styles) !== 'light'};
  return variants.flatMap((variant) => {
    if (!shown[variant]) return [];
    return pairs.flatMap(([on, ground, least]) => {
      const ratio = contrast(colorOf(styles, variant, on), colorOf(styles, variant, ground));
      return ratio < least ? [{variant, on, ground, ratio, least}] : [];
    });
  });
}

function colorOf(styles: ThemeStyles, variant: Variant, token: ThemeToken): string {
  const value = given(styles, variant, token);
  if (value !== undefined) return value;
  const accent = token === 'on-accent' ? given(styles, variant, 'accent') : undefined;
  // the flow writes black or white on an accent that came alone, whichever contrasts more
  if (accent !== undefined) return luminance(accent) > 0.179 ? '#000000' : '#ffffff';
  const definition = themeTokens[token];
  return definition.kind === 'color' ? definition[variant] : '#000000';
}

/** WCAG 2 contrast of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG 2 relative luminance of `#rgb` or `#rrggbb`, from 0 (black) to 1 (white). */
function luminance(color: string): number {
  const long = color.length === 4 ? color.replace(/[0-9a-f]/gi, '$&$&') : color;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(long.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
