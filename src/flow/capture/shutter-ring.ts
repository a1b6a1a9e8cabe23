import {svg} from 'lit';

/** The ring of the shutter, filled from 0 to 1. */
export function shutterRing(hold: number) {
  return svg`<svg width="76" height="76" viewBox="0 0 76 76" fill="none" stroke-width="5" aria-hidden="true">
    <circle cx="38" cy="38" r="35" stroke="rgb(255 255 255 / 45%)" />
    <circle cx="38" cy="38" r="35" stroke="#2dd4bf" pathLength="100" stroke-dasharray="100" stroke-dashoffset=${100 - 100 * hold} />
  </svg>`;
}
