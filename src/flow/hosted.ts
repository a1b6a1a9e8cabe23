/** What only the hosted page does: return to the requester, and survive its own reload after a one-time link. */

/** Schemes that would run something here instead of leading away. The server checks the address against its list; this is the second lock. */
const notAPlace = new Set(['javascript:', 'data:', 'blob:', 'vbscript:', 'about:', 'file:']);

export function mayLeaveTo(uri: string): boolean {
  try {
    return !notAPlace.has(new URL(uri).protocol);
  } catch {
    return false;
  }
}

export function leaveTo(uri: string): void {
  if (mayLeaveTo(uri)) location.assign(uri);
}

const claimKey = 'countersign-claim';

/** As long as the server lets the same browser claim again. */
const claimMs = 5 * 60 * 1000;

/**
 * The claim secret opens the same link again for five minutes in the same browser, also in another tab (whoever scans a code twice
 * gets a second one); it is no session token. Storage may be missing or throw (private windows, WebViews): then a reload needs a
 * new link, nothing else.
 */
export function rememberClaim(code: string, secret: string): void {
  try {
    localStorage.setItem(claimKey, JSON.stringify({code, secret, until: Date.now() + claimMs}));
  } catch {
    return;
  }
}

export function recallClaim(code: string): string | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(claimKey) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('code' in kept) || !('secret' in kept)) return undefined;
    if (!('until' in kept) || Number(kept.until) < Date.now()) localStorage.removeItem(claimKey);
    return kept.code === code && typeof kept.secret === 'string' ? kept.secret : undefined;
  } catch {
    return undefined;
  }
}
