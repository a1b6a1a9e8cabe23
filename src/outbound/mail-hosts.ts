/**
 * Whether a domain takes mail, by the DNS: RFC 5321 section 5.1 (MX, else the address itself) and RFC 7505 (a null MX: takes none).
 * Only names that anybody could ask for are asked; nothing is connected to.
 */
import {Resolver} from 'node:dns/promises';
import {domainToASCII} from 'node:url';

/** `unknown`: the question could not be put or was not answered in time; that says nothing about the domain. */
export type MailHosts = 'found' | 'none' | 'null_mx' | 'unknown';

export interface MailHostsResolver {
  resolveMx(domain: string): Promise<{exchange: string}[]>;
  resolve4(domain: string): Promise<string[]>;
  resolve6(domain: string): Promise<string[]>;
}

/** RFC 6761, 6762, 8375 and 9476: names that have no meaning outside. */
const inside = /(^|\.)(localhost|local|internal|test|invalid|onion|alt|home\.arpa|in-addr\.arpa|ip6\.arpa)$/;

export function openMailHosts(
  resolver: MailHostsResolver = new Resolver({timeout: 2000, tries: 2}),
): (domain: string) => Promise<MailHosts> {
  return async (text) => {
    const domain = domainToASCII(text.trim().toLowerCase().replace(/\.$/, ''));
    if (!/^(?=.{4,253}$)([a-z0-9_-]{1,63}\.)+[a-z][a-z0-9-]{1,62}$/.test(domain) || inside.test(domain))
      return 'unknown';
    return judge(resolver, domain);
  };
}

async function judge(resolver: MailHostsResolver, domain: string): Promise<MailHosts> {
  const exchanges = await answered(() => resolver.resolveMx(domain));
  if (exchanges === 'unknown') return 'unknown';
  if (exchanges.length > 0) {
    return exchanges.every(({exchange}) => exchange === '' || exchange === '.') ? 'null_mx' : 'found';
  }
  const [v4, v6] = await Promise.all([
    answered(() => resolver.resolve4(domain)),
    answered(() => resolver.resolve6(domain)),
  ]);
  if (v4 === 'unknown' || v6 === 'unknown') return 'unknown';
  return v4.length + v6.length > 0 ? 'found' : 'none';
}

/** Empty where the DNS says that there is nothing. */
async function answered<T>(ask: () => Promise<T[]>): Promise<T[] | 'unknown'> {
  try {
    return await ask();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENOTFOUND' || code === 'ENODATA' ? [] : 'unknown';
  }
}
