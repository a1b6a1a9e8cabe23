/** Which IP addresses customers may make us call: only such as anybody on the internet could answer at. */
import net from 'node:net';
import ipaddr from 'ipaddr.js';

/** Addresses that are public by their range and yet belong to the machine's own surroundings. */
const surroundings = new Set([
  // Azure's wire server, reachable from every virtual machine there
  '168.63.129.16',
]);

/** IPv6 addresses that networks hand out; what embeds IPv4 (mapped, NAT64, 6to4, Teredo) or is local lies elsewhere or has a range of its own. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * `loopback` is its own answer because development permits it by a setting. `text` is an address as `dns.lookup` gives it or
 * as a socket shows it; anything else is `refused`.
 */
export function judgeAddress(text: string): 'public' | 'loopback' | 'refused' {
  // ipaddr.js would also read old writings such as 1.2.3
  if (!net.isIP(text)) return 'refused';
  // ::ffff:127.0.0.1 reaches 127.0.0.1, so it is judged as that
  const address = ipaddr.process(text);
  if (address.range() === 'loopback') return 'loopback';
  if (address.range() !== 'unicast' || surroundings.has(address.toString())) return 'refused';
  if (address instanceof ipaddr.IPv6 && !address.match(globalUnicast)) return 'refused';
  return 'public';
}
