/** Small line drawings of what we ask for, in ink with one touch of accent. Decorative: the words beside them say the same. */
import {svg} from 'lit';
import {accent, drawing, wash} from './drawing.ts';

/** A head and shoulders in a box of 16 x 20 at (x, y). */
const portrait = (x: number, y: number) => svg`
  <g transform=${`translate(${x} ${y})`}>
    <rect width="16" height="20" rx="2" fill=${wash} stroke=${accent} />
    <circle cx="8" cy="7.5" r="3" stroke=${accent} />
    <path d="M3 17c.6-3 2.5-4.5 5-4.5s4.4 1.5 5 4.5" stroke=${accent} />
  </g>`;

/** The page with the photo, its two lines of characters below. */
export const passportDrawing = () =>
  drawing(
    72,
    56,
    svg`<path d="M12 4h48a4 4 0 0 1 4 4v40a4 4 0 0 1-4 4H12a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4z" fill="var(--cs-ground)" />
      ${portrait(15, 11)}
      <path d="M38 14h18M38 21h13M38 28h16" />
      <path d="M15 40h42M15 46h42" stroke=${accent} stroke-dasharray="2.5 3.2" />`,
  );

export const cardFrontDrawing = () =>
  drawing(
    72,
    56,
    svg`<rect x="4" y="9" width="64" height="39" rx="5" fill="var(--cs-ground)" />
      ${portrait(11, 18)}
      <path d="M34 19h26M34 27h20M34 35h24" />`,
  );

export const cardBackDrawing = () =>
  drawing(
    72,
    56,
    svg`<rect x="4" y="9" width="64" height="39" rx="5" fill="var(--cs-ground)" />
      <path d="M4.5 17h63" stroke-width="5" stroke-linecap="butt" />
      <path d="M12 28h22" />
      <path d="M12 36v6M15.5 36v6M18 36v6M22 36v6M24.5 36v6M29 36v6M31 36v6M35 36v6M38.5 36v6M41 36v6M45 36v6M48 36v6M52 36v6M55 36v6M59 36v6" stroke=${accent} stroke-linecap="butt" />`,
  );

/** A licence: a card with a steering wheel. */
export const licenceDrawing = () =>
  drawing(
    72,
    56,
    svg`<rect x="4" y="9" width="64" height="39" rx="5" fill="var(--cs-ground)" />
      ${portrait(11, 18)}
      <path d="M34 19h12M34 27h8" />
      <circle cx="54" cy="33" r="8.5" stroke=${accent} />
      <circle cx="54" cy="33" r="2" stroke=${accent} />
      <path d="M52.2 32.2l-6.3-2M55.8 32.2l6.3-2M54 35v6.3" stroke=${accent} />`,
  );

/** A passport page with a stamp. */
export const visaDrawing = () =>
  drawing(
    72,
    56,
    svg`<path d="M12 4h48a4 4 0 0 1 4 4v40a4 4 0 0 1-4 4H12a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4z" fill="var(--cs-ground)" />
      <path d="M15 13h20M15 20h14" />
      <circle cx="47" cy="21" r="9" fill=${wash} stroke=${accent} />
      <path d="M42.5 21l3 3 6-6" stroke=${accent} />
      <path d="M15 40h42M15 46h42" stroke-dasharray="2.5 3.2" />`,
  );

/** A face in an oval, with arrows to both sides where it will be turned. */
export const selfieDrawing = (turns: boolean) =>
  drawing(
    96,
    76,
    svg`<ellipse cx="48" cy="38" rx="25" ry="32" fill=${wash} stroke=${accent} stroke-dasharray="4 4" />
      <path d="M48 20c7.5 0 12 5.5 12 13 0 9-5 16-12 16s-12-7-12-16c0-7.500 4.500-13 12-13z" fill="var(--cs-ground)" />
      <path d="M43.500 33v.1M52.500 33v.1M44 41c2.500 2 5.500 2 8 0" />
      <path d="M30 64c2-7 8-11 18-11s16 4 18 11" />
      ${turns ? svg`<path d="M12 32l-6 6 6 6M6 38h9M84 32l6 6-6 6M90 38h-9" stroke=${accent} />` : svg``}`,
  );

export type Outcome = 'good' | 'wait' | 'warn' | 'bad';

const signs: Record<Outcome, {color: string; path: string}> = {
  good: {color: 'good', path: 'M23.5 37l8.5 8.5L49 28.5'},
  wait: {color: 'warn', path: 'M36 20v16l10 6.5'},
  warn: {color: 'warn', path: 'M36 21v19M36 50v.2'},
  bad: {color: 'bad', path: 'M36 21v19M36 50v.2'},
};

/** A big sign for an outcome: a ring with a tick, a clock, or an exclamation mark. */
export const outcomeDrawing = (outcome: Outcome) => {
  const {color, path} = signs[outcome];
  return drawing(
    62,
    62,
    svg`<g transform="translate(-5 -5)"><circle cx="36" cy="36" r="30" fill=${`var(--cs-${color}-ground)`} stroke=${`var(--cs-${color})`} />
      <path d=${path} stroke=${`var(--cs-${color})`} stroke-width="3.25" /></g>`,
  );
};

/** A camera with a line through it. */
export const cameraOffDrawing = () =>
  drawing(
    62,
    62,
    svg`<g transform="translate(-5 -5)"><circle cx="36" cy="36" r="30" fill="var(--cs-warn-ground)" stroke="var(--cs-warn)" />
      <path
        d="M22 30a3 3 0 0 1 3-3h4l2.5-4h9l2.5 4h4a3 3 0 0 1 3 3v15a3 3 0 0 1-3 3H25a3 3 0 0 1-3-3z"
        stroke="var(--cs-warn)"
        stroke-width="2.5"
      />
      <circle cx="36" cy="37" r="6" stroke="var(--cs-warn)" stroke-width="2.5" />
      <path d="M19 19l34 34" stroke="var(--cs-warn)" stroke-width="2.5" /></g>`,
  );
