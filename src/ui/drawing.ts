/** The pen of our line drawings: ink with one touch of accent, decorative, so that no screen reader stops at it. */
import {html, type SVGTemplateResult, type TemplateResult} from 'lit';

export function drawing(width: number, height: number, content: SVGTemplateResult): TemplateResult {
  return html`<svg
    class="drawing"
    width=${width}
    height=${height}
    viewBox=${`0 0 ${width} ${height}`}
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${content}
  </svg>`;
}

export const accent = 'var(--cs-accent)';
export const wash = 'var(--cs-accent-ground)';
