/** Whether an address is on a key's list of addresses and CIDR ranges. An empty list, or `*` on it, allows everyone. */
import ipaddr from 'ipaddr.js';

export function isAllowed(address: string | undefined, list: readonly string[]): boolean {
  if (list.length === 0 || list.includes('*')) return true;
  if (address === undefined || !ipaddr.isValid(address)) return false;
  const caller = ipaddr.process(address);
  return list.some((entry) => matches(caller, entry));
}

/** Whether an entry of a list is one we can match. */
export function isAddressOrRange(entry: string): boolean {
  return entry === '*' || ipaddr.isValid(entry) || ipaddr.isValidCIDR(entry);
}

function matches(caller: ipaddr.IPv4 | ipaddr.IPv6, entry: string): boolean {
  if (!isAddressOrRange(entry)) return false;
  const [range, bits] = entry.includes('/') ? ipaddr.parseCIDR(entry) : single(entry);
  if (caller instanceof ipaddr.IPv4) return range instanceof ipaddr.IPv4 && caller.match(range, bits);
  return range instanceof ipaddr.IPv6 && caller.match(range, bits);
}

function single(entry: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const address = ipaddr.process(entry);
  return [address, address instanceof ipaddr.IPv4 ? 32 : 128];
}
