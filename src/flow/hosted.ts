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

/**
 * The claim secret opens the same link again for five minutes in the same browser; it is no session token. Storage may be
 * missing or throw (private windows, WebViews): then a reload needs a new link, nothing else.
 */
export function rememberClaim(code: string, secret: string): void {
  try {
    sessionStorage.setItem(claimKey, JSON.stringify({code, secret}));
  } catch {
    return;
  }
}

export function recallClaim(code: string): string | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(claimKey) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('code' in kept) || !('secret' in kept)) return undefined;
    return kept.code === code && typeof kept.secret === 'string' ? kept.secret : undefined;
  } catch {
    return undefined;
  }
}
