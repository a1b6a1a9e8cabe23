/**
 * Which client of OAuth calls. Requirements
 * 1. It shows itself in one way: an assertion signed with its key (RFC 7523), its secret by HTTP Basic, or its secret in the form.
 * 2. An unknown client, a revoked one and a wrong secret are refused with the same words.
 * 3. An assertion is RS256 or ES256, of and about the client, meant for this endpoint, named, and good for five minutes at most.
 *    That it is good once is for `issueAccessToken`, which has the transaction.
 */
import {createPublicKey, timingSafeEqual} from 'node:crypto';
import type {KeyObject} from 'node:crypto';
import {decodeJwt, jwtVerify} from 'jose';
import type {Context} from '../../commands/context.ts';
import {hashToken} from '../../commands/token.ts';
import {CountersignError} from '../../protocol/errors.ts';
import {isId} from '../../protocol/ids.ts';
import {assertionType, longestAssertionSeconds} from '../../protocol/oauth-client.ts';
import {findOauthClientAnywhere} from '../../storage/oauth-client.ts';
import type {Row} from '../../storage/schema.ts';
import {OauthError} from './oauth-error.ts';

export interface ShownClient {
  client: Row<'oauth_client'>;
  assertion?: {id: string; expiresAt: Date};
}

export interface Credentials {
  authorization?: string | undefined;
  client_id?: string | undefined;
  client_secret?: string | undefined;
  client_assertion_type?: string | undefined;
  client_assertion?: string | undefined;
}

/** Clocks of two machines. */
const toleratedSeconds = 30;

/** @param endpoint the address that an assertion must be meant for */
export async function authenticateClient(ctx: Context, given: Credentials, endpoint: string): Promise<ShownClient> {
  const ways = [given.authorization, given.client_secret, given.client_assertion].filter((way) => way !== undefined);
  if (ways.length > 1) throw new OauthError('invalid_request', 'expected one way of client authentication');
  if (given.client_assertion !== undefined) return byAssertion(ctx, given, endpoint);
  const basic = given.authorization === undefined ? undefined : readBasic(given.authorization);
  const {id, secret} = basic ?? {id: given.client_id, secret: given.client_secret};
  if (id === undefined || secret === undefined)
    throw new OauthError('invalid_client', 'expected client_assertion, HTTP Basic or client_secret', {basic: true});
  return {client: await bySecret(ctx, {id, secret}, basic !== undefined)};
}

async function bySecret(
  ctx: Context,
  {id, secret}: {id: string; secret: string},
  basic: boolean,
): Promise<Row<'oauth_client'>> {
  const client = await findClient(ctx, id);
  const hash = hashToken(secret);
  if (!client?.secret_hash || !timingSafeEqual(client.secret_hash, hash)) throw unknownClient(basic);
  return client;
}

async function byAssertion(ctx: Context, given: Credentials, endpoint: string): Promise<ShownClient> {
  const {client_assertion: assertion = '', client_assertion_type: type, client_id: named} = given;
  if (type !== assertionType)
    throw new OauthError('invalid_request', `expected client_assertion_type ${assertionType}`);
  const id = issuerOf(assertion);
  if (named !== undefined && named !== id) throw unknownClient(false);
  const client = id === undefined ? undefined : await findClient(ctx, id);
  if (!client?.public_key) throw unknownClient(false);
  try {
    const {payload} = await jwtVerify(assertion, createPublicKey(client.public_key), {
      algorithms: ['RS256', 'ES256'],
      issuer: client.id,
      subject: client.id,
      audience: endpoint,
      requiredClaims: ['jti', 'iat', 'exp'],
      maxTokenAge: longestAssertionSeconds,
      clockTolerance: toleratedSeconds,
      currentDate: ctx.now(),
    });
    const {jti, exp = 0} = payload;
    const farthest = ctx.now().getTime() / 1000 + longestAssertionSeconds + toleratedSeconds;
    if (typeof jti !== 'string' || jti === '' || jti.length > 255 || exp > farthest)
      throw new OauthError('invalid_client', `expected jti, and exp at most ${longestAssertionSeconds} seconds away`);
    return {client, assertion: {id: jti, expiresAt: new Date((exp + toleratedSeconds) * 1000)}};
  } catch (error) {
    if (error instanceof OauthError) throw error;
    // what jose says names the claim and not what stands in it
    throw new OauthError('invalid_client', error instanceof Error ? error.message : 'the assertion does not hold');
  }
}

/** Whom the assertion speaks of, before anything of it is believed. */
function issuerOf(assertion: string): string | undefined {
  try {
    return decodeJwt(assertion).iss;
  } catch {
    throw new OauthError('invalid_client', 'client_assertion is not a JWT');
  }
}

async function findClient(ctx: Context, id: string): Promise<Row<'oauth_client'> | undefined> {
  if (!isId('oauth-client', id)) return undefined;
  const client = await findOauthClientAnywhere(ctx.database.db, id);
  return client?.revoked_at === null ? client : undefined;
}

/** `Basic base64(id:secret)`, each form-encoded first (RFC 6749, section 2.3.1). */
function readBasic(header: string): {id: string; secret: string} {
  const encoded = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header)?.[1];
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString('utf8')) ?? [];
  if (id === undefined || secret === undefined) throw unknownClient(true);
  try {
    return {id: decodeURIComponent(id), secret: decodeURIComponent(secret)};
  } catch {
    throw unknownClient(true);
  }
}

function unknownClient(basic: boolean): OauthError {
  return new OauthError('invalid_client', 'the client is not known, or did not show that it is this one', {basic});
}

/** @throws CountersignError `invalid_attribute` for what is no key that an assertion may be signed with */
export function checkPublicKey(pem: string | undefined): void {
  if (pem === undefined || isFit(parseKey(pem))) return;
  throw new CountersignError('invalid_attribute', {
    details: 'expected a public key as PEM: RSA of at least 2048 bits, or EC on P-256',
    pointer: '/data/attributes/public-key',
  });
}

function parseKey(pem: string): KeyObject | undefined {
  // Node would take the public half out of a private key; whoever sends one is told so instead
  if (/PRIVATE/.test(pem)) return undefined;
  try {
    return createPublicKey(pem);
  } catch {
    return undefined;
  }
}

function isFit(key: KeyObject | undefined): boolean {
  if (key?.asymmetricKeyType === 'rsa') return (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
  return key?.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
}
