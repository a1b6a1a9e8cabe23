/** Who comes, as far as the request says without being asked: address and its network, system, browser. */
import Bowser from 'bowser';
import type {Context} from '../../commands/context.ts';
import type {SessionClient} from '../../commands/create-inquiry-session.ts';
import {clientAddress} from '../api/client-address.ts';
import type {FlowContext} from './gate.ts';

const longest = 60;

export function clientOf(ctx: Context, c: FlowContext): SessionClient {
  const ipAddress = clientAddress(c, ctx.settings.COUNTERSIGN_TRUST_PROXY) ?? null;
  const userAgent = c.req.header('user-agent')?.slice(0, 500) ?? null;
  return {
    ipAddress,
    userAgent,
    device: {
      ...told(userAgent),
      ...hinted((name) => c.req.header(name)),
      ...(ipAddress !== null && networkFacts(ctx, ipAddress)),
    },
  };
}

/** By the reference's names; what is not known is absent. */
export function networkFacts(ctx: Pick<Context, 'network'>, address: string): Record<string, unknown> {
  const {countryCode, organization, kind, torExit} = ctx.network.lookup(address);
  return {
    ...(countryCode !== undefined && {'country-code': countryCode}),
    ...(organization !== undefined && {'network-organization': organization, 'ip-isp': organization}),
    ...(kind !== undefined && {'is-datacenter': kind === 'datacenter'}),
    ...(kind !== undefined && kind !== 'unknown' && {'ip-connection-type': kind}),
    ...(torExit !== undefined && {'is-tor': torExit}),
  };
}

/** What the user agent says of itself; browsers freeze parts of it. */
function told(userAgent: string | null): Record<string, string> {
  if (userAgent === null || userAgent === '') return {};
  const {os, browser, platform} = Bowser.parse(userAgent);
  const device = [platform.vendor, platform.model].filter(Boolean).join(' ');
  return short({
    'os-name': os.name,
    'os-full-version': os.version,
    'browser-name': browser.name,
    'browser-full-version': browser.version,
    'device-type': platform.type === 'mobile' ? 'smartphone' : platform.type,
    'device-name': device,
  });
}

/** Client hints are newer than what the user agent says, where a browser sends them. */
function hinted(header: (name: string) => string | undefined): Record<string, string> {
  const mobile = header('sec-ch-ua-mobile');
  return short({
    'os-name': header('sec-ch-ua-platform')?.replaceAll('"', ''),
    'device-type': mobile === undefined ? undefined : mobile === '?1' ? 'smartphone' : 'desktop',
  });
}

function short(facts: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (value ? [[name, value.slice(0, longest)]] : [])),
  );
}
