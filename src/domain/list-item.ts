/**
 * When two values are the same to a list. A value becomes texts that are equal exactly when the values match; only their keyed
 * hashes are kept. Places match by distance, similar first names by looking at the few candidates of one surname.
 */
import type {ListItemValue, ListKind} from '../protocol/list.ts';

/** What an item is found by: `exact`, or for similar names `loose` first. */
export interface ListKeys {
  exact: string;
  loose?: string;
}

export function keysOf(kind: ListKind, value: ListItemValue): ListKeys {
  const text = (name: string) => String(value[name] ?? '');
  switch (kind) {
    case 'name':
      return nameKeys(text('name-first'), text('name-last'));
    case 'email-address':
      return {exact: text('match-type') === 'domain' ? `@${domainOf(text('value'))}` : foldCase(text('value'))};
    case 'phone-number':
      return {exact: digitsOf(text('value'))};
    case 'government-id-number':
      return {exact: JSON.stringify([foldCase(text('id-class')), plainNumber(text('id-number'))])};
    case 'country':
      return {exact: text('country-code').toUpperCase()};
    case 'geolocation':
      return {exact: JSON.stringify([value['latitude'], value['longitude'], value['radius-meters']])};
    case 'field':
      return {exact: foldCase(text('field-value'))};
    case 'ip-address':
    case 'browser-fingerprint':
    case 'device-fingerprint':
    case 'string':
      return {exact: foldCase(text('value'))};
  }
}

/** The keys under which a person's email address is looked for: itself, and its domain. */
export function emailKeys(address: string): string[] {
  return [foldCase(address), `@${domainOf(address)}`];
}

/** A name as written, and with the first of several given names alone. */
export function nameKeys(first: string, last: string): Required<ListKeys> {
  const [given, family] = [foldName(first), foldName(last)];
  return {exact: JSON.stringify([given, family]), loose: family};
}

export function givenNames(first: string): string[] {
  const whole = foldName(first);
  const [one = whole] = whole.split(' ');
  return [...new Set([whole, one])];
}

/** Equal, an initial of the other, or one letter apart (swapped, added, lost or another). */
export function similarFirstNames(one: string, other: string): boolean {
  return givenNames(one).some((a) => givenNames(other).some((b) => isSimilar(a, b)));
}

function isSimilar(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short === long || (short.length === 1 && long.startsWith(short))) return true;
  return short.length >= 3 && isOneEditApart(short, long);
}

function isOneEditApart(short: string, long: string): boolean {
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i += 1;
  if (long.length > short.length) return short.slice(i) === long.slice(i + 1);
  const swapped = short[i] === long[i + 1] && short[i + 1] === long[i];
  return short.slice(i + 1) === long.slice(i + 1) || (swapped && short.slice(i + 2) === long.slice(i + 2));
}

const earthRadiusMeters = 6_371_008.8;

/** Great-circle distance (haversine), in metres. */
export function distanceMeters(a: Place, b: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [phi, other] = [radians(a.latitude), radians(b.latitude)];
  const half = (angle: number) => Math.sin(angle / 2) ** 2;
  const h = half(other - phi) + Math.cos(phi) * Math.cos(other) * half(radians(b.longitude - a.longitude));
  return 2 * earthRadiusMeters * Math.asin(Math.min(1, Math.sqrt(h)));
}

export interface Place {
  latitude: number;
  longitude: number;
}

function foldCase(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

const letters: Record<string, string> = {ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ı: 'i'};

/** Case, accents, hyphens and spaces do not tell names apart. */
function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøłđæœþðı]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function domainOf(address: string): string {
  return foldCase(address.slice(address.lastIndexOf('@') + 1));
}

/** With the country's code, however the leading plus was written. */
function digitsOf(text: string): string {
  return text.replace(/\D/g, '').replace(/^00/, '');
}

function plainNumber(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}
