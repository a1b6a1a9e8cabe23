/**
 * HTTP to addresses that customers name, without letting them reach what only we can reach (server-side request forgery).
 * What was thought of:
 * - names that resolve to private addresses: every answer of the resolver is judged, and one bad one refuses all;
 * - names that resolve differently the second time (rebinding): the judged addresses are the ones connected to, and the
 *   socket's own peer address is judged once more before a byte of the request is written;
 * - addresses in odd clothes (2130706433, 0x7f.1, 0177.0.0.1, ::ffff:7f00:1): the URL parser writes them plainly, then they are
 *   judged; a literal address never reaches the resolver, so the connector judges it itself;
 * - redirects to the inside: none is followed, a 3xx is the answer.
 */
import {lookup as systemLookup} from 'node:dns/promises';
import type {LookupAddress} from 'node:dns';
import net from 'node:net';
import type {LookupFunction} from 'node:net';
import {Agent, buildConnector} from 'undici';
import type {Dispatcher} from 'undici';
import {OutboundError} from './guarded-fetch.ts';
import type {GuardedFetch, GuardedRequest} from './guarded-fetch.ts';
import {judgeAddress} from './public-address.ts';

export interface GuardedFetchOptions {
  /** Lets requests reach this machine's loopback addresses; for development. */
  allowLoopback: boolean;
  /** Origins that may be called although not public, e.g. `http://localhost:3002` of the demo shop. */
  allowed?: readonly string[];
  /** All addresses of a name; the system's resolver by default. */
  resolve?: (hostname: string) => Promise<LookupAddress[]>;
  /** What makes the sockets; undici's own by default. */
  buildConnector?: (options: buildConnector.BuildOptions) => buildConnector.connector;
}

/** Enough of an answer's body to free the connection for the next request; a longer one closes it. */
const drainedBytes = 16 * 1024;
const connectionsPerOrigin = 8;

/** They belong to the connection, not to the message; a customer's custom header of that name is left out. */
const connectionHeaders = new Set(
  'connection content-length expect host keep-alive proxy-connection te trailer transfer-encoding upgrade'.split(' '),
);

export function openGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  const allowed = new Set(options.allowed);
  const guarded = agent(options, (address) => isPermitted(address, options.allowLoopback));
  const unguarded = agent(options, () => true);

  return async (text, request) => {
    const url = parse(text);
    const dispatcher = allowed.has(url.origin) ? unguarded : guarded;
    return {status: await send(dispatcher, url, request)};
  };
}

function isPermitted(address: string, allowLoopback: boolean): boolean {
  const judgement = judgeAddress(address);
  return judgement === 'public' || (judgement === 'loopback' && allowLoopback);
}

function parse(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new OutboundError('invalid_url', 'Not an http(s) URL');
  if (url.username || url.password) throw new OutboundError('invalid_url', 'A URL with a user name or password');
  return url;
}

async function send(dispatcher: Dispatcher, url: URL, request: GuardedRequest): Promise<number> {
  const signal = AbortSignal.timeout(request.timeoutMs);
  try {
    const {statusCode, body} = await dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: request.method,
      headers: withoutConnectionHeaders(request.headers),
      body: request.body ?? null,
      signal,
    });
    // the status is the answer; a body that fails or drips is cut off and changes nothing
    await body.dump({limit: drainedBytes, signal}).catch(() => body.destroy());
    return statusCode;
  } catch (error) {
    throw outboundError(error, signal);
  }
}

function withoutConnectionHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !connectionHeaders.has(name.toLowerCase())));
}

function outboundError(error: unknown, signal: AbortSignal): OutboundError {
  if (error instanceof OutboundError) return error;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (signal.aborted || /TIMEOUT|ETIMEDOUT/.test(code)) {
    return new OutboundError('timeout', 'No answer in time', {cause: error});
  }
  return new OutboundError('connection_failed', `The connection failed${code ? ` (${code})` : ''}`, {cause: error});
}

type Permits = (address: string) => boolean;

function agent(options: GuardedFetchOptions, permits: Permits): Agent {
  const makeConnector = options.buildConnector ?? buildConnector;
  const connect = makeConnector({
    lookup: checkedLookup(options.resolve ?? resolveAll, permits),
  } as buildConnector.BuildOptions);
  return new Agent({connect: checkedConnector(connect, permits), connections: connectionsPerOrigin});
}

function checkedConnector(connect: buildConnector.connector, permits: Permits): buildConnector.connector {
  return (target, callback) => {
    const hostname = target.hostname.replace(/^\[|\]$/g, '');
    if (net.isIP(hostname) && !permits(hostname)) {
      callback(refused(), null);
      return;
    }
    connect(target, (...[error, socket]) => {
      if (error) {
        callback(error, null);
        return;
      }
      if (socket.remoteAddress !== undefined && permits(socket.remoteAddress)) {
        callback(null, socket);
        return;
      }
      socket.destroy();
      callback(refused(), null);
    });
  };
}

function checkedLookup(resolve: (hostname: string) => Promise<LookupAddress[]>, permits: Permits): LookupFunction {
  return (hostname, {all}, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (!first || !addresses.every(({address}) => permits(address))) callback(refused(), '');
        else if (all) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}

function resolveAll(hostname: string): Promise<LookupAddress[]> {
  return systemLookup(hostname, {all: true});
}

function refused(): OutboundError {
  return new OutboundError('refused_address', 'The address is not a public one');
}
