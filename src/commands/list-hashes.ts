import ipaddr from 'ipaddr.js';
import {keysOf} from '../domain/list-item.ts';
import type {ListItemValue, ListKind} from '../protocol/list.ts';
import type {Keyring} from '../storage/keyring.ts';

/** Of an item: what it is found by. The environment and the kind stand in every hash, so hashes of two of them never meet. */
export function listItemHashes(
  keyring: Pick<Keyring, 'mac'>,
  envId: string,
  kind: ListKind,
  value: ListItemValue,
): {exact: Buffer; loose: Buffer | null} {
  const {exact, loose} = keysOf(kind, value);
  return {
    exact: listHash(keyring, envId, kind, exact),
    loose: loose === undefined ? null : looseListHash(keyring, envId, loose),
  };
}

export function listHash(keyring: Pick<Keyring, 'mac'>, envId: string, kind: ListKind, key: string): Buffer {
  return keyring.mac('list-item', JSON.stringify([envId, kind, key]));
}

export function looseListHash(keyring: Pick<Keyring, 'mac'>, envId: string, key: string): Buffer {
  return keyring.mac('list-item-loose', JSON.stringify([envId, key]));
}

/** Addresses are compared in one spelling; an IPv4 address inside IPv6 is that IPv4 address. */
export function canonicalAddress(address: string): string {
  return ipaddr.isValid(address) ? ipaddr.process(address).toNormalizedString() : address;
}

/**
 * The range an address lies in: a household or an office mostly has one /24 of IPv4 or /48 of IPv6. Undefined for addresses that
 * nobody has for themselves (loopback, private).
 */
export function networkOf(address: string): string | undefined {
  if (!ipaddr.isValid(address)) return undefined;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return undefined;
  const bytes = parsed.toByteArray();
  const kept = parsed.kind() === 'ipv4' ? 3 : 6;
  const range = ipaddr.fromByteArray(bytes.map((byte, i) => (i < kept ? byte : 0)));
  return `${range.toString()}/${kept * 8}`;
}
