/** Who is signed in: a one-time code becomes a session cookie; only hashes are stored. */
import type {Context as HonoContext} from 'hono';
import {deleteCookie, getCookie, setCookie} from 'hono/cookie';
import type {Context} from '../../commands/context.ts';
import {claimOperatorLink} from '../../commands/claim-operator-link.ts';
import {signOutOperator} from '../../commands/sign-out-operator.ts';
import {hashToken, newToken} from '../../commands/token.ts';
import {newId} from '../../protocol/ids.ts';
import {findOperatorBySession} from '../../storage/operator.ts';
import type {Row} from '../../storage/schema.ts';

export interface OperatorVariables {
  operator: Row<'operator'>;
}

type C = HonoContext<{Variables: OperatorVariables}>;

const sessionSeconds = 12 * 3600;

/** False when the code is unknown, used or too old. */
export async function signIn(ctx: Context, c: C, code: string): Promise<boolean> {
  const token = newToken();
  const requestId = newId('request', ctx.now().getTime());
  const operator = await claimOperatorLink(ctx, {code, tokenHash: token.hash, sessionSeconds, requestId});
  if (!operator) return false;
  setCookie(c, cookieName(ctx), token.value, {
    ...cookieScope(ctx),
    httpOnly: true,
    sameSite: 'Strict',
    maxAge: sessionSeconds,
  });
  return true;
}

export async function currentOperator(ctx: Context, c: C): Promise<Row<'operator'> | undefined> {
  const token = getCookie(c, cookieName(ctx));
  return token ? findOperatorBySession(ctx.database.db, hashToken(token), ctx.now()) : undefined;
}

export async function clearSession(ctx: Context, c: C): Promise<void> {
  const token = getCookie(c, cookieName(ctx));
  deleteCookie(c, cookieName(ctx), cookieScope(ctx));
  if (token) await signOutOperator(ctx, {token});
}

/** Over TLS the `__Host-` prefix binds the cookie to this exact host; plain http on localhost cannot carry it. */
function cookieName(ctx: Context): string {
  return isSecure(ctx) ? '__Host-countersign' : 'countersign-operator';
}

function cookieScope(ctx: Context): {path: string; secure: boolean} {
  return {path: '/', secure: isSecure(ctx)};
}

function isSecure(ctx: Context): boolean {
  return ctx.settings.operatorUrl.startsWith('https:');
}
