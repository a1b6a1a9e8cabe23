/**
 * `/oauth/token` (RFC 6749, client credentials) and `/oauth/revoke` (RFC 7009): the two operations that no key opens, for their callers
 * are there to get or give back what stands for one. A client that signs an assertion is answered in the shape of the reference; one
 * with a secret, which the reference does not have, as RFC 6749 says.
 */
import {Hono} from 'hono';
import type {Context as HonoContext} from 'hono';
import type {Context} from '../../commands/context.ts';
import {issueAccessToken} from '../../commands/issue-access-token.ts';
import {hashToken} from '../../commands/token.ts';
import {takeTokensBack} from '../../commands/update-oauth-client.ts';
import {write} from '../../commands/write.ts';
import type {Scope} from '../../commands/write.ts';
import {CountersignError} from '../../protocol/errors.ts';
import {inflectKeys} from '../../protocol/inflection.ts';
import {accessTokenSeconds, tokenRequestSchema} from '../../protocol/oauth-client.ts';
import {findEnvironment} from '../../storage/environment.ts';
import type {Row} from '../../storage/schema.ts';
import {isStorable} from './body.ts';
import {clientAddress} from './client-address.ts';
import {authenticateClient} from './client-authentication.ts';
import type {ShownClient} from './client-authentication.ts';
import {isAllowed} from './ip-allow-list.ts';
import {OauthError} from './oauth-error.ts';
import type {createRateLimiter} from './rate-limit.ts';
import {newRequest, refuse, respond, toldOf} from './respond.ts';
import type {RequestState} from './respond.ts';

type Limiter = ReturnType<typeof createRateLimiter>;

/** Attempts of one address in a minute: more guess. */
export const attemptsPerMinute = 60;
const largestFormBytes = 16 * 1024;

export function oauthRoutes(ctx: Context, limiter: Limiter): Hono {
  const routes = new Hono();
  routes.post('/token', (c) => answer(c, ctx, limiter, 'create-access-token', giveToken));
  routes.post('/revoke', (c) => answer(c, ctx, limiter, 'revoke-access-token', takeTokenBack));
  return routes;
}

interface Shown extends ShownClient {
  environment: Row<'environment'>;
}

interface Given {
  ctx: Context;
  shown: Shown;
  scope: Scope;
  form: ReadonlyMap<string, string>;
  inflection: string | undefined;
}

type Work = (given: Given) => Promise<{status: number; body: unknown}>;

async function answer(
  c: HonoContext,
  ctx: Context,
  limiter: Limiter,
  operation: string,
  work: Work,
): Promise<Response> {
  const request = newRequest(ctx, operation);
  const address = clientAddress(c, ctx.settings.COUNTERSIGN_TRUST_PROXY);
  const {pathname: path, searchParams: search} = new URL(c.req.url);
  request.told = toldOf(c, {path, search, address});
  try {
    const attempts = limiter(`oauth ${address ?? ''}`, attemptsPerMinute, request.now);
    if (attempts.exceeded) throw tooMany(attempts.resetSeconds);
    const form = await readForm(c.req.raw);
    const shown = await showClient(c, ctx, form, address);
    request.caller = {environment: shown.environment, key: shown.client};
    countRequest(ctx, limiter, request, shown);
    const scope: Scope = {
      envId: shown.environment.id,
      actor: {type: 'oauth-client', id: shown.client.id},
      requestId: request.id,
    };
    const inflection = c.req.header('key-inflection');
    return respond(ctx, request, await work({ctx, shown, scope, form, inflection}), {Pragma: 'no-cache'});
  } catch (error) {
    if (!(error instanceof OauthError)) return refuse(ctx, request, error);
    return respond(ctx, request, error, {
      'Error-Code': error.code,
      ...(error.status === 401 && {'WWW-Authenticate': error.basic ? 'Basic realm="countersign"' : 'Bearer'}),
    });
  }
}

/** The client, whose address must be on its allow-list as that of a key must. */
async function showClient(
  c: HonoContext,
  ctx: Context,
  form: ReadonlyMap<string, string>,
  address: string | undefined,
): Promise<Shown> {
  const given = Object.fromEntries(form);
  const endpoint = `${ctx.settings.publicUrl}/api/v1/oauth/token`;
  const shown = await authenticateClient(ctx, {...given, authorization: c.req.header('authorization')}, endpoint);
  const environment = await findEnvironment(ctx.database.db, shown.client.env_id);
  if (!environment) throw new CountersignError('unavailable');
  if (!isAllowed(address, shown.client.ip_allow_list))
    throw new CountersignError('forbidden', {
      details: 'the address of the caller is not on the allow-list of this client',
    });
  return {...shown, environment};
}

/** Asking for a token is a request of the environment like any other. */
function countRequest(ctx: Context, limiter: Limiter, request: RequestState, {environment}: Shown): void {
  const perMinute = environment.settings.requestsPerMinute ?? ctx.settings.COUNTERSIGN_REQUESTS_PER_MINUTE;
  request.rate = limiter(environment.id, perMinute, request.now);
  if (request.rate.exceeded) throw tooMany(request.rate.resetSeconds);
}

async function giveToken({ctx, shown, scope, form, inflection}: Given): Promise<{status: number; body: unknown}> {
  const {client, assertion} = shown;
  const asked = tokenRequestSchema.safeParse(Object.fromEntries(form)).data;
  if (!asked) throw new OauthError('invalid_request', 'expected grant_type');
  if (asked.grant_type !== 'client_credentials')
    throw new OauthError('unsupported_grant_type', 'expected client_credentials');
  const permissions = scopeOf(client, asked.scope);
  const token = await write(ctx, scope, (w) =>
    issueAccessToken(w, {client, permissions, ...(assertion && {assertion})}),
  );
  if (token === undefined) throw new OauthError('invalid_client', 'the assertion was used before');
  const body = {
    'access-token': token,
    'token-type': 'Bearer',
    'expires-in': accessTokenSeconds,
    scope: permissions.join(' '),
  };
  if (!assertion) return {status: 200, body: inflectKeys(body, 'snake')};
  return {
    status: 201,
    body: inflectKeys(body, inflection === 'snake' || inflection === 'camel' ? inflection : 'kebab'),
  };
}

/** What is asked for, which the client must have; without a wish all it has. */
function scopeOf(client: Row<'oauth_client'>, asked: string | undefined): readonly string[] {
  const wanted = (asked ?? '').split(' ').filter(Boolean);
  if (wanted.length === 0) return client.permissions;
  const index = wanted.findIndex((permission) => !client.permissions.includes(permission));
  if (index >= 0) throw new OauthError('invalid_scope', 'expected permissions that the client has');
  return [...new Set(wanted)];
}

/** Of its own alone; a token that is not there is as good as taken back (RFC 7009, section 2.2). */
async function takeTokenBack({ctx, shown, scope, form}: Given): Promise<{status: number; body: unknown}> {
  const token = form.get('token');
  if (!token) throw new OauthError('invalid_request', 'expected token');
  await write(ctx, scope, async (w) => {
    await takeTokensBack(w, shown.client.id, hashToken(token));
    await w.audit('oauth-token.revoke', 'oauth-client', shown.client.id);
  });
  return {status: 200, body: {}};
}

/** `name=value` pairs, each name once (RFC 6749, section 3.2); names in any spelling; empty ones are absent. */
async function readForm(request: Request): Promise<ReadonlyMap<string, string>> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? ''))
    throw new OauthError('invalid_request', 'expected Content-Type: application/x-www-form-urlencoded');
  if (Number(request.headers.get('content-length') ?? 0) > largestFormBytes) throw tooLarge();
  const text = await request.text();
  if (text.length > largestFormBytes) throw tooLarge();
  const form = new Map<string, string>();
  for (const [given, value] of new URLSearchParams(text)) {
    const name = given.replaceAll('-', '_');
    if (form.has(name)) throw new OauthError('invalid_request', 'a parameter was given twice');
    if (!isStorable(value)) throw new OauthError('invalid_request', 'text must not contain NUL');
    if (value !== '') form.set(name, value);
  }
  return form;
}

function tooLarge(): CountersignError {
  return new CountersignError('payload_too_large', {details: `expected at most ${largestFormBytes} bytes`});
}

function tooMany(retryAfterSeconds: number): CountersignError {
  return new CountersignError('rate_limited', {details: 'too many requests', retryAfterSeconds});
}
