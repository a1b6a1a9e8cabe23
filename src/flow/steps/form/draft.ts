/**
 * What was typed and not sent yet, over a reload of the page or frame: in this tab's session storage, under our own origin, until it is
 * sent or the tab closes. The server never sees a half-typed answer, and other tabs and visits do not find it. Where storage is missing
 * or throws (private windows, frames of strict browsers) a reload begins the screen anew, nothing else.
 */
const prefix = 'countersign-draft ';

export function recallDraft(place: string): Map<string, unknown> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(prefix + place) ?? '{}');
    return new Map(typeof kept === 'object' && kept !== null ? Object.entries(kept) : []);
  } catch {
    return new Map();
  }
}

export function keepDraft(place: string, typed: ReadonlyMap<string, unknown>): void {
  try {
    sessionStorage.setItem(prefix + place, JSON.stringify(Object.fromEntries(typed)));
  } catch {
    return;
  }
}

export function forgetDraft(place: string): void {
  try {
    sessionStorage.removeItem(prefix + place);
  } catch {
    return;
  }
}
