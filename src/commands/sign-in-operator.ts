import {CountersignError} from '../protocol/errors.ts';
import {listEnvironments} from '../storage/environment.ts';
import {
  claimOperatorLink,
  deleteOperatorSession,
  findOperator,
  findOperatorByLink,
  insertOperatorSession,
} from '../storage/operator.ts';
import type {Row} from '../storage/schema.ts';
import type {Context} from './context.ts';
import {hashToken, newToken} from './token.ts';
import {write} from './write.ts';

const sessionSeconds = 12 * 3600;

export interface OperatorSession {
  operator: Row<'operator'>;
  /** For the cookie; only its hash is kept. */
  token: string;
  expiresAt: Date;
}

/**
 * Turns a one-time code into a session. Operators stand above environments; the audit row goes to their first (sandbox) one.
 * @throws CountersignError `unauthorized` for a code that is unknown, used or too old, without saying which
 */
export async function signInOperator(ctx: Context, input: {code: string; requestId: string}): Promise<OperatorSession> {
  const codeHash = hashToken(input.code);
  const candidate = await findOperatorByLink(ctx.database.db, codeHash);
  const environment = candidate && (await listEnvironments(ctx.database.db, candidate.org_id))[0];
  if (!candidate || !environment) throw new CountersignError('unauthorized');
  const scope = {
    envId: environment.id,
    actor: {type: 'operator' as const, id: candidate.id},
    requestId: input.requestId,
  };
  return write(ctx, scope, async (w) => {
    const link = await claimOperatorLink(w.tx, codeHash, w.now);
    const operator = link && (await findOperator(w.tx, link.operator_id));
    if (!operator) throw new CountersignError('unauthorized');
    const token = newToken();
    const expiresAt = new Date(w.now.getTime() + sessionSeconds * 1000);
    await insertOperatorSession(w.tx, {
      token_hash: token.hash,
      operator_id: operator.id,
      created_at: w.now,
      expires_at: expiresAt,
    });
    await w.audit('operator.sign-in', 'operator', operator.id);
    return {operator, token: token.value, expiresAt};
  });
}

/** Ends a session; a token that is not one ends nothing. */
export async function signOutOperator(ctx: Context, input: {token: string}): Promise<void> {
  await ctx.database.transaction((tx) => deleteOperatorSession(tx, hashToken(input.token)));
}
