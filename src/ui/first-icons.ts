/** The icons of the first screens, apart from the others that the person meets later. */
import {svg} from 'lit';
import {icon} from './icon.ts';

export const lockIcon = () =>
  icon(svg`<rect x="5.5" y="10.5" width="13" height="9" rx="2" /><path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5" />`);
export const clockIcon = () => icon(svg`<circle cx="12" cy="12" r="8.25" /><path d="M12 7.5V12l3 2" />`);
export const eyeIcon = () =>
  icon(
    svg`<path d="M3 12c2.2-4 5.3-6 9-6s6.8 2 9 6c-2.2 4-5.3 6-9 6s-6.8-2-9-6z" /><circle cx="12" cy="12" r="2.75" />`,
  );
export const fileIcon = () =>
  icon(
    svg`<path d="M7 3.75h7l4.25 4.25v11a1.25 1.25 0 0 1-1.25 1.25H7A1.25 1.25 0 0 1 5.75 19V5A1.25 1.25 0 0 1 7 3.75zM13.75 4v4.25H18" />`,
  );
