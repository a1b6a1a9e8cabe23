/** The icons of the frame around every screen; apart from the others, so that the shell carries only these. */
import {svg} from 'lit';
import {icon} from './icon.ts';

export const closeIcon = () => icon(svg`<path d="M6 6l12 12M18 6L6 18" />`);
export const globeIcon = () =>
  icon(
    svg`<circle cx="12" cy="12" r="8.25" /><path d="M3.75 12h16.5M12 3.75c2.4 2.2 3.6 5 3.6 8.25s-1.2 6.05-3.6 8.25c-2.4-2.2-3.6-5-3.6-8.25s1.2-6.05 3.6-8.25z" />`,
  );
