import type {MiddlewareHandler} from 'hono';
import type {Context} from '../../commands/context.ts';
import {clientAddress} from '../api/client-address.ts';
import type {FlowLimits} from './flow-request.ts';
import type {FlowEnv} from './gate.ts';

/** Calls of one address in a minute, whatever token they show: a whole office may share it, each of its sessions has a limit of its own. */
export const callsPerAddress = 3000;

/** Before any token is looked at. Calls inside the process have no address. */
export function limitCalls(ctx: Context, limit: FlowLimits): MiddlewareHandler<FlowEnv> {
  return async (c, next) => {
    const address = clientAddress(c, ctx.settings.COUNTERSIGN_TRUST_PROXY);
    if (address !== undefined) limit(`calls:${address}`, callsPerAddress, ctx.now());
    await next();
  };
}
