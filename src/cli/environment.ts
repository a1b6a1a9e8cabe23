import {bootstrap} from '../commands/bootstrap.ts';
import type {Context} from '../commands/context.ts';

/** The environment a command speaks of, made with the organization if this database is new. */
export async function environmentId(ctx: Context, kind: 'sandbox' | 'production'): Promise<string> {
  const environments = await bootstrap(ctx);
  return environments[kind].id;
}
