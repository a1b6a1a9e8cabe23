/** A host's look: a colour scheme and some of our custom properties, by name; anything else is ignored. */
import type {Theme} from '../protocol/messages.ts';
import {tokenNames} from '../ui/tokens.ts';

export function applyTheme(root: HTMLElement, theme: Theme): void {
  if (theme.scheme) root.style.colorScheme = theme.scheme === 'auto' ? 'light dark' : theme.scheme;
  const properties = theme.properties ?? {};
  for (const [name, value] of Object.entries(properties)) {
    // `url()` would fetch: a theme may colour, not call out (the page's policy would refuse it too).
    if (tokenNames.includes(name) && !/url\(|image-set\(/i.test(value)) root.style.setProperty(name, value);
  }
  if (properties['--cs-accent'] && !properties['--cs-on-accent']) {
    root.style.setProperty('--cs-on-accent', readableOn(root, 'var(--cs-accent)'));
  }
}

/** Black or white, whichever contrasts more with a CSS colour (WCAG 2 relative luminance; even at about 0.18). */
function readableOn(root: HTMLElement, color: string): string {
  const probe = root.ownerDocument.createElement('span');
  probe.style.color = color;
  root.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  const canvas = root.ownerDocument.createElement('canvas').getContext('2d');
  if (!canvas) return '#ffffff';
  canvas.fillStyle = computed;
  canvas.fillRect(0, 0, 1, 1);
  return luminance(canvas.getImageData(0, 0, 1, 1).data) > 0.179 ? '#000000' : '#ffffff';
}

function luminance(pixel: Uint8ClampedArray): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(pixel[0] ?? 0) + 0.7152 * linear(pixel[1] ?? 0) + 0.0722 * linear(pixel[2] ?? 0);
}
