import {deleteOperatorSession} from '../storage/operator.ts';
import type {Context} from './context.ts';
import {hashToken} from './token.ts';

/** Ends a session; a token that is not one ends nothing. */
export async function signOutOperator(ctx: Context, input: {token: string}): Promise<void> {
  await ctx.database.transaction((tx) => deleteOperatorSession(tx, hashToken(input.token)));
}
