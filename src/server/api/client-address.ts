/** Who calls, as an IP address: the socket's peer, or what the trusted proxy in front of us appended. */
import type {Asked} from './asked.ts';

interface NodeBindings {
  incoming?: {socket?: {remoteAddress?: string}};
}

/** undefined when there is no socket (a call inside the process). */
export function clientAddress(
  c: {req: Pick<Asked['req'], 'header'>; env: unknown},
  trustProxy: boolean,
): string | undefined {
  // The last entry is the one our own proxy wrote; the ones before it are the caller's word.
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  if (forwarded) return forwarded;
  const bindings = c.env as NodeBindings | undefined;
  return bindings?.incoming?.socket?.remoteAddress;
}
