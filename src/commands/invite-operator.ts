import {newId} from '../protocol/ids.ts';
import type {Context} from './context.ts';
import {createOperator, createOperatorLink} from './create-operator.ts';
import {write} from './write.ts';

/** A one-time link that signs this operator in; an unknown address becomes an operator of the environment's organization. */
export async function inviteOperator(
  ctx: Context,
  input: {envId: string; email: string; name: string},
): Promise<string> {
  const scope = {
    envId: input.envId,
    actor: {type: 'system' as const, id: 'shell'},
    requestId: newId('request', ctx.now().getTime()),
  };
  return write(ctx, scope, async (w) => {
    const {operator} = await createOperator(w, input);
    const {code} = await createOperatorLink(w, {operatorId: operator.id});
    return `${ctx.settings.operatorUrl}/sign-in?code=${code}`;
  });
}
