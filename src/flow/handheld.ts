/** Phones and tablets: there the camera is already in the person's hand, so another device is not the first thing to offer. */
export function isHandheld(): boolean {
  return matchMedia('(pointer: coarse) and (hover: none)').matches;
}
