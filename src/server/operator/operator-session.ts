/** Who is signed in: a one-time code becomes a session cookie; only hashes are stored. */
import {createHash, randomBytes} from 'node:crypto';
import type {Context as HonoContext} from 'hono';
import {deleteCookie, getCookie, setCookie} from 'hono/cookie';
import type {Context} from '../../commands/context.ts';
import {claimOperatorLink} from '../../commands/claim-operator-link.ts';
import type {Row} from '../../storage/schema.ts';

export interface OperatorVariables {
  operator: Row<'operator'>;
}

type C = HonoContext<{Variables: OperatorVariables}>;

const sessionSeconds = 12 * 3600;

/** Over TLS the `__Host-` prefix binds the cookie to this exact host; plain http on localhost cannot carry it. */
function cookieName(ctx: Context): string {
  return ctx.settings.operatorUrl.startsWith('https:') ? '__Host-countersign' : 'countersign-operator';
}

/** False when the code is unknown, used or too old. */
export async function signIn(ctx: Context, c: C, code: string): Promise<boolean> {
  const token = randomBytes(32).toString('base64url');
  const claimed = await claimOperatorLink(ctx, {code, tokenHash: hash(token), sessionSeconds});
  if (!claimed) return false;
  setCookie(c, cookieName(ctx), token, {
    httpOnly: true,
    sameSite: 'Strict',
    secure: ctx.settings.operatorUrl.startsWith('https:'),
    path: '/',
    maxAge: sessionSeconds,
  });
  return true;
}

export async function currentOperator(ctx: Context, c: C): Promise<Row<'operator'> | undefined> {
  const token = getCookie(c, cookieName(ctx));
  if (!token) return undefined;
  return ctx.database.db
    .selectFrom('operator_session as session')
    .innerJoin('operator', 'operator.id', 'session.operator_id')
    .selectAll('operator')
    .where('session.token_hash', '=', hash(token))
    .where('session.expires_at', '>', ctx.now())
    .executeTakeFirst();
}

export async function clearSession(ctx: Context, c: C): Promise<void> {
  const token = getCookie(c, cookieName(ctx));
  deleteCookie(c, cookieName(ctx), {path: '/', secure: ctx.settings.operatorUrl.startsWith('https:')});
  if (token) await ctx.database.db.deleteFrom('operator_session').where('token_hash', '=', hash(token)).execute();
}

function hash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
