import {createFrame, flowOrigin} from './frame.ts';

/** Warms the browser's cache for a flow that may be opened soon; no inquiry is made. */
export function preload(host?: string): void {
  const origin = flowOrigin(host);
  if (!origin) return;
  // a frame, because browsers keep one cache for each pair of page and frame
  const frame = createFrame(origin, `${origin}/preload`);
  frame.hidden = true;
  document.body.append(frame);
}
