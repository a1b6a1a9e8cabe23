/**
 * A look: a colour scheme and some of our custom properties, by name; anything else is ignored. It comes from the server (theme sets,
 * with a logo and a font of the server's own) and from the host page, whose word counts more.
 */
import type {Theme} from '../protocol/messages.ts';
import {tokenNames} from '../ui/tokens.ts';
import type {FlowConfig} from './config.ts';
import {isTheme} from './host-messages.ts';

export function applyTheme(root: HTMLElement, theme: Theme): void {
  if (theme.scheme) root.style.colorScheme = theme.scheme === 'auto' ? 'light dark' : theme.scheme;
  const properties = theme.properties ?? {};
  for (const [name, value] of Object.entries(properties)) {
    // `url()` would fetch: a theme may colour, not call out (the page's policy would refuse it too).
    if (tokenNames.includes(name) && !/url\(|image-set\(/i.test(value)) root.style.setProperty(name, value);
  }
  if (properties['--cs-accent'] && !properties['--cs-on-accent']) {
    const accent = luminanceOf(root, '--cs-accent');
    // black or white, whichever contrasts more: even at about 0.18
    root.style.setProperty('--cs-on-accent', accent > 0.179 ? '#000000' : '#ffffff');
  }
  if (Object.keys(properties).length > 0) for (const words of poorContrasts(root)) globalThis.console.warn(words);
}

/** What the server wrote into the page. @returns when a font it brings is there, or will not come */
export async function applyThemeSet({theme, themeSetId}: Pick<FlowConfig, 'theme' | 'themeSetId'>): Promise<void> {
  const root = document.documentElement;
  if (!theme) return globalThis.console.warn(`Countersign: there is no theme set "${themeSetId}" on this server.`);
  const {logo, font, ...look} = theme;
  if (isTheme(look)) applyTheme(root, look);
  if (isOwnFile(logo)) {
    root.style.setProperty('--flow-logo', `url("${logo}")`);
    root.style.setProperty('--flow-logo-size', '24px');
  }
  if (!isOwnFile(font)) return;
  const face = new FontFace('countersign-theme', `url("${font}")`);
  document.fonts.add(face);
  // until it is there, and where it does not come, the system's own type serves
  root.style.setProperty('--cs-font', `countersign-theme, ${getComputedStyle(root).getPropertyValue('--cs-font')}`);
  await face.load().catch(() => globalThis.console.warn(`Countersign: the font ${font} did not load.`));
}

/** A path below `/themes/` on our own server, and nothing that could end the quotes around it. */
function isOwnFile(value: unknown): value is string {
  return typeof value === 'string' && /^\/themes\/[\w-]+\/[a-z]+\.[a-z0-9]+$/.test(value);
}

/** What stands on what, and the ratio that WCAG 2.2 asks for: 4.5 for text, 3 for the edges of controls. */
const pairs: readonly [on: string, ground: string, least: number][] = [
  ['--cs-ink', '--cs-ground', 4.5],
  ['--cs-ink-soft', '--cs-ground', 4.5],
  ['--cs-on-accent', '--cs-accent', 4.5],
  ['--cs-accent', '--cs-ground', 3],
  ['--cs-line-strong', '--cs-ground', 3],
  ['--cs-bad', '--cs-bad-ground', 4.5],
  ['--cs-warn', '--cs-warn-ground', 4.5],
];

/** For the integrator, in English: every pair of colours that some people cannot read, as the page shows them now. */
export function poorContrasts(root: HTMLElement): string[] {
  return pairs.flatMap(([on, ground, least]) => {
    const [darker = 0, lighter = 0] = [luminanceOf(root, on), luminanceOf(root, ground)].sort((a, b) => a - b);
    const ratio = (lighter + 0.05) / (darker + 0.05);
    if (ratio >= least) return [];
    return [
      `Countersign theme: ${on} on ${ground} has a contrast of ${ratio.toFixed(1)}:1; WCAG 2.2 asks for ${least}:1.`,
    ];
  });
}

/** WCAG 2 relative luminance of a property's colour, from 0 (black) to 1 (white), as the page shows it. */
function luminanceOf(root: HTMLElement, property: string): number {
  const probe = root.ownerDocument.createElement('span');
  probe.style.color = `var(${property})`;
  root.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  const canvas = root.ownerDocument.createElement('canvas').getContext('2d');
  if (!canvas) return 0;
  canvas.fillStyle = computed;
  canvas.fillRect(0, 0, 1, 1);
  return luminance(canvas.getImageData(0, 0, 1, 1).data);
}

function luminance(pixel: Uint8ClampedArray): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(pixel[0] ?? 0) + 0.7152 * linear(pixel[1] ?? 0) + 0.0722 * linear(pixel[2] ?? 0);
}
