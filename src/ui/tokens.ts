/**
 * The look in about twenty custom properties. They stand on the document, so they reach every shadow root, and a host may
 * override each by name through the port (`protocol/messages.ts`, `themeSchema`). `light-dark()` follows `color-scheme`.
 * Contrast on their own ground, light and dark: ink 17:1 and 16:1, soft ink 8:1 and 9:1, accent 5.5:1 and 10:1.
 */
import {css} from 'lit';

export const tokens = css`
  :root {
    color-scheme: light dark;
    --cs-accent: light-dark(#0f766e, #2dd4bf);
    --cs-on-accent: light-dark(#ffffff, #04211d);
    --cs-accent-ground: light-dark(#eef7f5, #12302d);
    --cs-ink: light-dark(#12171c, #eef2f4);
    --cs-ink-soft: light-dark(#475059, #adb8c0);
    --cs-ground: light-dark(#ffffff, #12171b);
    --cs-ground-page: light-dark(#f5f7f8, #0b0f12);
    --cs-line: light-dark(#dfe4e8, #2c353c);
    --cs-line-strong: light-dark(#7b8791, #7d8993);
    --cs-good: light-dark(#166534, #6ee7a0);
    --cs-good-ground: light-dark(#ecfdf3, #0e2a1b);
    --cs-warn: light-dark(#854d0e, #fcd34d);
    --cs-warn-ground: light-dark(#fef9e7, #2e2510);
    --cs-bad: light-dark(#b42318, #fda29b);
    --cs-bad-ground: light-dark(#fef3f2, #331614);
    --cs-radius: 12px;
    --cs-control-height: 48px;
    --cs-column: 400px;
    --cs-size: 17px;
    --cs-heading-size: 24px;
    --cs-font:
      system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', 'Noto Sans Arabic', Arial, sans-serif;
    --cs-shadow: 0 12px 40px light-dark(rgb(18 23 28 / 14%), rgb(0 0 0 / 60%));
  }
  html {
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  body {
    margin: 0;
    background: var(--cs-ground);
    color: var(--cs-ink);
  }
`;

/** Custom properties that a host's theme may set; others are ignored. */
export const tokenNames: readonly string[] = [...new Set(tokens.cssText.match(/--cs-[a-z-]+(?=:)/g))];

/** Puts the tokens on a document, once. A constructed sheet, so `style-src 'self'` allows it. */
export function adoptTokens(target: Document): void {
  const sheet = tokens.styleSheet;
  if (!sheet || target.adoptedStyleSheets.includes(sheet)) return;
  target.adoptedStyleSheets = [...target.adoptedStyleSheets, sheet];
}
