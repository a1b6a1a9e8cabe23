/** Our icon set; how they are drawn stands in `icon.ts`. */
import {svg} from 'lit';
import {icon} from './icon.ts';

export const backIcon = () => icon(svg`<path d="M15 5l-7 7 7 7" />`, true);
export const forwardIcon = () => icon(svg`<path d="M9 5l7 7-7 7" />`, true);
export const checkIcon = () => icon(svg`<path d="M5 12.5l4.5 4.5L19 7.5" />`);
export const cameraIcon = () =>
  icon(
    svg`<path d="M4 8.5A1.5 1.5 0 0 1 5.5 7h2l1.3-2h6.4l1.3 2h2A1.5 1.5 0 0 1 20 8.5v9a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5z" /><circle cx="12" cy="13" r="3.5" />`,
  );
export const uploadIcon = () =>
  icon(svg`<path d="M12 16V5M7.5 9.5L12 5l4.5 4.5M5 15v3a1.5 1.5 0 0 0 1.5 1.5h11A1.5 1.5 0 0 0 19 18v-3" />`);
export const scanIcon = () =>
  icon(
    svg`<path d="M4 8.5V6a2 2 0 0 1 2-2h2.5M15.5 4H18a2 2 0 0 1 2 2v2.5M20 15.5V18a2 2 0 0 1-2 2h-2.5M8.5 20H6a2 2 0 0 1-2-2v-2.5M7.5 12h9" />`,
  );
export const searchIcon = () => icon(svg`<circle cx="11" cy="11" r="6" /><path d="M15.5 15.5L20 20" />`);
export const flipIcon = () =>
  icon(
    svg`<path d="M4.5 10.5a7.6 7.6 0 0 1 13.3-3.2L19.5 9M19.5 4.5V9H15M19.5 13.5a7.6 7.6 0 0 1-13.3 3.2L4.5 15M4.5 19.5V15H9" />`,
  );
export const torchIcon = () => icon(svg`<path d="M13 3L5.5 13.5H12L11 21l7.5-10.5H12z" />`);
export const turnIcon = () =>
  icon(
    svg`<rect x="3.75" y="10" width="11" height="8.25" rx="1.5" /><path d="M9 5.75h6.5a4.75 4.75 0 0 1 4.75 4.75V13M18 11l2.25 2.25L22.5 11" />`,
  );
export const warnIcon = () => icon(svg`<path d="M12 4.5l8.5 15h-17zM12 10.5v4M12 17.1v.1" />`);
export const infoIcon = () => icon(svg`<circle cx="12" cy="12" r="8.25" /><path d="M12 11v5M12 8v.1" />`);
export const offlineIcon = () =>
  icon(
    svg`<path d="M4 4l16 16M8.5 8.2C5 8.5 3.5 10.6 3.5 13c0 2.7 2 4.5 4.5 4.5h9.5M11 7.1c3.4-.8 6.2 1.3 6.5 4.4 2 .2 3 1.5 3 3.1 0 .9-.3 1.6-.8 2.1" />`,
  );
