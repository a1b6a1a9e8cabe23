import {svg} from 'lit';
import {icon} from './icon.ts';

export const phoneIcon = () => icon(svg`<rect x="7" y="3" width="10" height="18" rx="2.25" /><path d="M11 17.75h2" />`);
