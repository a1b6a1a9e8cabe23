/** Where an address is and whose network it belongs to, from files on this machine; nobody is asked. */

export const networkKinds = ['datacenter', 'education', 'mobile', 'unknown'] as const;
/** `unknown`: nothing in the operator's name says what it is; homes and offices are not told apart by a list of networks. */
export type NetworkKind = (typeof networkKinds)[number];

export interface Network {
  /** ISO 3166-1 alpha-2, of who the address range is registered to. */
  countryCode?: string;
  /** Autonomous system: number and the name it is registered under; only where the operator loads such a list. */
  asn?: number;
  organization?: string;
  kind?: NetworkKind;
  /** Exit of the Tor network; absent where the operator loads no list of them. */
  torExit?: boolean;
}

export interface NetworkLookup {
  /** Nothing is known of private and malformed addresses. */
  lookup(address: string): Network;
}

/** Names that hosting companies, clouds and VPN sellers give themselves. */
const datacenter =
  /\b(hosting|hoster|host|cloud|server|servers|vps|data ?cent(er|re)|colo(cation)?|dedicated|cdn|vpn|proxy|aws|azure|amazon|google-cloud|digitalocean|linode|akamai|hetzner|ovh|leaseweb|vultr|choopa|m247|contabo|scaleway|oracle-bmc|alibaba|tencent|datacamp|psychz|quadranet|fastly|cloudflare)\b/i;
const education =
  /\b(universit\w*|college|school|academy|institute of technology|research network|nren|jisc|dfn|renater|surf|internet2)\b/i;
const mobile = /\b(mobile|cellular|wireless|telefonica moviles|t-mobile|vodafone|verizon wireless|cellco)\b/i;

/** By the name a network goes under: a hint, since anybody may call theirs anything. */
export function networkKind(organization: string): NetworkKind {
  const name = organization.replaceAll('_', '-');
  if (datacenter.test(name)) return 'datacenter';
  if (education.test(name)) return 'education';
  return mobile.test(name) ? 'mobile' : 'unknown';
}
