/** Which of several cameras to take: phones list ultra-wide, telephoto and infrared ones beside the main one. */
export interface Lens {
  deviceId: string;
  label: string;
}

const unfit = /\bir\b|infra ?red|ultra[ -]?wide|fish ?eye|0[.,]5|depth|windows hello|truedepth/i;
const front = /front|user|face ?time|selfie|vorder|avant|frontal/i;

export function isUnfit(label: string): boolean {
  return unfit.test(label);
}

/** A better camera than the one the browser opened; undefined when that one is fine or there is no other. */
export function betterLens(lenses: readonly Lens[], openedLabel: string): Lens | undefined {
  if (!isUnfit(openedLabel)) return undefined;
  const fit = lenses.filter(({label}) => label && !isUnfit(label));
  const sameSide = fit.filter(({label}) => front.test(label) === front.test(openedLabel));
  return sameSide[0] ?? fit[0];
}

/** The next camera for the flip button, in the browser's order; undefined when there is only one. */
export function nextLens(lenses: readonly Lens[], current: string | undefined): Lens | undefined {
  const fit = lenses.filter(({label}) => !isUnfit(label));
  if (fit.length < 2) return undefined;
  const at = fit.findIndex(({deviceId}) => deviceId === current);
  return fit[(at + 1) % fit.length];
}
