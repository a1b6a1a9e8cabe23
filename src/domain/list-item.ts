/**
 * When two values are the same to a list. A value becomes texts that are equal exactly when the values match; only their keyed
 * hashes are kept. Places match by distance, similar first names by looking at the few candidates of one surname.
 */
import type {ListItemValue, ListKind} from '../protocol/list.ts';
import {mailboxKey} from './identity-trace.ts';
import {toE164} from './phone-number.ts';

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
      return {exact: text('match-type') === 'domain' ? `@${domainOf(text('value'))}` : addressKey(text('value'))};
    case 'phone-number':
      return {exact: phoneKey(text('value'))};
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

/** The keys under which a person's email address is looked for: its mailbox, its domain and those above. */
export function emailKeys(address: string): string[] {
  const domain = domainOf(address);
  const labels = domain.split('.');
  // not the top-level one: an item `com` would be met by half the world
  const domains = labels.slice(0, Math.max(1, labels.length - 1)).map((_, i) => `@${labels.slice(i).join('.')}`);
  return [addressKey(address), ...domains];
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

/** In ASCII, so that `münchen.example` and `xn--mnchen-3ya.example` are one. */
function domainOf(address: string): string {
  const domain = foldCase(address.slice(address.lastIndexOf('@') + 1));
  const isHost = !/[\s/\\?#:@[\]%]/.test(domain) && URL.canParse(`http://${domain}`);
  return isHost ? new URL(`http://${domain}`).hostname : domain;
}

/** The mailbox behind an address, as velocity counts it. */
function addressKey(address: string): string {
  const at = address.lastIndexOf('@');
  return mailboxKey(`${address.slice(0, at)}@${domainOf(address)}`) || foldCase(address);
}

/** The digits of E.164, however the leading plus was written and with or without the 0 that people leave in. */
function phoneKey(text: string): string {
  const digits = text.replace(/\D/g, '').replace(/^00/, '');
  const number = toE164(
    /^\s*00/.test(text) ? text.replace(/^\s*00/, '+') : text.trim().startsWith('+') ? text : `+${digits}`,
  );
  return number?.slice(1) ?? digits;
}

function plainNumber(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}
