/**
 * What a visit says about itself, each with how far it can be believed. Signals inform reviewers and conditions; none decides alone,
 * because every one of them can be forged and most have innocent reasons (travel, a company's VPN, a shared computer).
 */

export type Certainty = 'low' | 'medium' | 'high';

export interface Signal {
  name: SignalName;
  value: boolean | string;
  certainty: Certainty;
}

export const signalNames = [
  'automation',
  'bot-user-agent',
  'ip-time-zone-mismatch',
  'ip-language-mismatch',
  'datacenter-network',
  'tor-exit',
] as const;
export type SignalName = (typeof signalNames)[number];

/** What the page and the request told; anything may be missing. */
export interface VisitFacts {
  /** `navigator.webdriver`. */
  webdriver?: boolean;
  /** Whether the user agent names itself a robot or a browser without a window. */
  botUserAgent?: boolean;
  /** IANA name, from `Intl.DateTimeFormat`. */
  timeZone?: string;
  /** BCP 47 tags in the person's order. */
  languages?: readonly string[];
  network: {countryCode?: string; kind?: string; torExit?: boolean};
  /** Whether a zone is in use in a country; undefined where that is not known. */
  zoneIn?: (countryCode: string, timeZone: string) => boolean | undefined;
}

export function signalsOf(facts: VisitFacts): Signal[] {
  return [automation(facts), bot(facts), zone(facts), language(facts), datacenter(facts), tor(facts)].flat();
}

/** A browser that is driven says so by the WebDriver standard; one that hides it is not found. */
function automation({webdriver}: VisitFacts): Signal[] {
  return webdriver === undefined ? [] : [{name: 'automation', value: webdriver, certainty: webdriver ? 'high' : 'low'}];
}

function bot({botUserAgent}: VisitFacts): Signal[] {
  if (botUserAgent === undefined) return [];
  return [{name: 'bot-user-agent', value: botUserAgent, certainty: botUserAgent ? 'high' : 'low'}];
}

/** Travellers keep their address for a while, and VPNs move it; the clock of the device stays at home. */
function zone({timeZone, network, zoneIn}: VisitFacts): Signal[] {
  if (timeZone === undefined || network.countryCode === undefined) return [];
  const inside = zoneIn?.(network.countryCode, timeZone);
  return inside === undefined ? [] : [{name: 'ip-time-zone-mismatch', value: !inside, certainty: 'medium'}];
}

/** Only a tag with a region says a country, and many people abroad keep the one of their home. */
function language({languages, network}: VisitFacts): Signal[] {
  const regions = (languages ?? []).flatMap((tag) => regionOf(tag) ?? []);
  if (regions.length === 0 || network.countryCode === undefined) return [];
  return [{name: 'ip-language-mismatch', value: !regions.includes(network.countryCode), certainty: 'low'}];
}

function regionOf(tag: string): string | undefined {
  return /^[a-z]{2,3}(?:-[A-Za-z]{4})?-([A-Za-z]{2})\b/.exec(tag)?.[1]?.toUpperCase();
}

/** By the network's own name. */
function datacenter({network: {kind}}: VisitFacts): Signal[] {
  if (kind === undefined) return [];
  return [{name: 'datacenter-network', value: kind === 'datacenter', certainty: 'medium'}];
}

function tor({network: {torExit}}: VisitFacts): Signal[] {
  return torExit === undefined ? [] : [{name: 'tor-exit', value: torExit, certainty: 'high'}];
}

/** The API's one word for it: what was seen for certain is high, one uncertain sign low, two medium; none is `low` as well. */
export function threatLevel(signals: readonly Signal[]): 'low' | 'medium' | 'high' {
  const seen = signals.filter(({value}) => value === true);
  if (seen.some(({certainty}) => certainty === 'high')) return 'high';
  return seen.filter(({certainty}) => certainty === 'medium').length > 0 && seen.length > 1 ? 'medium' : 'low';
}
