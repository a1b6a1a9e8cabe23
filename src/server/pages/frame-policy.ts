/** Who may show the flow in a frame, and which protocol the frame speaks. Pure rules over the query and the template. */
import type {WidgetQuery} from '../../protocol/embed-query.ts';
import {CountersignError} from '../../protocol/errors.ts';
import type {TemplateGraph} from '../../protocol/template.ts';

/** Protocol majors of the native loader that this server's frame speaks: the current one and the previous. */
const nativeVersions = ['1'];

/**
 * `protocol=1` is native; `container-id` and `client-version` are the reference SDK.
 * @throws CountersignError `invalid_config` for both, neither or a half; `unsupported_version`
 */
export function protocolOf(query: WidgetQuery): 'native' | 'compatible' {
  const native = query.protocol !== undefined;
  const compatible = query['container-id'] !== undefined && query['client-version'] !== undefined;
  if (native === compatible) {
    throw new CountersignError('invalid_config', {
      details: 'Expected protocol=1, or container-id with client-version, and not both.',
    });
  }
  if (native && !nativeVersions.includes(query.protocol ?? '')) throw new CountersignError('unsupported_version');
  return native ? 'native' : 'compatible';
}

/** An origin as browsers write it, or undefined: only http and https pages can frame. */
export function parseOrigin(text: string | undefined): string | undefined {
  if (text === undefined || !/^https?:\/\/[^/?#\s;,'"]+$/i.test(text) || !URL.canParse(text)) return undefined;
  const {origin, username} = new URL(text);
  return username === '' ? origin : undefined;
}

export interface FramePolicy {
  allowedDomains: TemplateGraph['allowedDomains'];
  environment: 'sandbox' | 'production';
}

/**
 * Whether pages of this origin may frame the flow. An entry is a host (`shop.example.com`, with a port where it is not the scheme's
 * own) or all hosts below one (`*.example.com`). Production takes https only; sandbox always allows this machine.
 */
export function mayFrame({allowedDomains, environment}: FramePolicy, origin: string): boolean {
  const {protocol, host, hostname} = new URL(origin);
  if (environment === 'sandbox' && isThisMachine(hostname)) return true;
  if (environment === 'production' && protocol !== 'https:') return false;
  return allowedDomains.some((entry) => {
    const wanted = entry.toLowerCase();
    return wanted.startsWith('*.') ? host.endsWith(wanted.slice(1)) && host !== wanted.slice(2) : host === wanted;
  });
}

function isThisMachine(hostname: string): boolean {
  return (
    hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1' || hostname === '[::1]'
  );
}
