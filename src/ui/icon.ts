/** How all our icons are drawn: 24 px grid, 1.75 px stroke, round ends. Decorative by themselves; the words beside them carry the meaning. */
import {html, type SVGTemplateResult, type TemplateResult} from 'lit';

export function icon(content: SVGTemplateResult, flips = false): TemplateResult {
  return html`<svg
    class=${flips ? 'flips' : 'icon'}
    width="24"
    height="24"
    viewBox="0 0 24 24"
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
