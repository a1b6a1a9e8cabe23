/** The drawing of the first screen, by itself: the others come with the screens that show them. */
import {svg} from 'lit';
import {accent, drawing, wash} from './drawing.ts';

/** A phone that has found a card: what begins a verification. */
export const phoneDrawing = () =>
  drawing(
    144,
    112,
    svg`<rect x="20" y="34" width="104" height="66" rx="8" fill="var(--cs-ground)" />
      <path d="M100 50h14M100 62h10M100 74h14M30 50h8M30 62h8M30 74h8" />
      <rect x="46" y="8" width="48" height="96" rx="9" fill="var(--cs-ground)" />
      <path d="M65 15h10" />
      <rect x="51" y="36" width="38" height="27" rx="3.5" fill=${wash} stroke=${accent} />
      <circle cx="60" cy="46" r="3" stroke=${accent} />
      <path d="M55.5 56c.6-2.8 2.2-4.2 4.5-4.2s3.9 1.4 4.5 4.2M70 45h13M70 51h9M70 57h12" stroke=${accent} />
      <circle cx="70" cy="88" r="6.5" />`,
  );
