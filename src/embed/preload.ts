import {flowOrigin} from './frame.ts';

/** Warms the browser's cache for a flow that may be opened soon; no inquiry is made. */
export function preload(host?: string): void {
  const origin = flowOrigin(host);
  if (!origin) return;
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.setAttribute('sandbox', '');
  // same partition of the cache as the real frame; its links to the flow's files are followed without any script
  frame.src = `${origin}/preload`;
  document.body.append(frame);
}
