import {listEnvironments} from '../storage/environment.ts';
import {claimOperatorLink as claim, findOperatorByLink, insertOperatorSession} from '../storage/operator.ts';
import type {Row} from '../storage/schema.ts';
import type {Context} from './context.ts';
import {hashToken} from './token.ts';
import {write} from './write.ts';

export interface ClaimOperatorLink {
  code: string;
  /** Of the session that begins; the token itself goes into the cookie. */
  tokenHash: Buffer;
  sessionSeconds: number;
  requestId?: string;
}

/**
 * Turns a one-time code into a session of its operator; undefined for a code that is unknown, used or too old.
 * Operators stand above environments; the audit row goes to the first one of their organization, the sandbox.
 */
export async function claimOperatorLink(ctx: Context, input: ClaimOperatorLink): Promise<Row<'operator'> | undefined> {
  const codeHash = hashToken(input.code);
  const operator = await findOperatorByLink(ctx.database.db, codeHash);
  const environment = operator && (await listEnvironments(ctx.database.db, operator.org_id))[0];
  if (!operator || !environment) return undefined;
  const actor = {type: 'operator' as const, id: operator.id};
  return write(ctx, {envId: environment.id, actor, requestId: input.requestId ?? ''}, async (w) => {
    if (!(await claim(w.tx, codeHash, w.now))) return undefined;
    const expiresAt = new Date(w.now.getTime() + input.sessionSeconds * 1000);
    await insertOperatorSession(w.tx, {
      token_hash: input.tokenHash,
      operator_id: operator.id,
      created_at: w.now,
      expires_at: expiresAt,
    });
    await w.audit('operator.sign-in', 'operator', operator.id);
    return operator;
  });
}
