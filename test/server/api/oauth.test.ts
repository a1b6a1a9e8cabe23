/** OAuth client credentials: who gets a token, what it may do, and how long. */
import assert from 'node:assert/strict';
import {generateKeyPairSync, randomUUID} from 'node:crypto';
import type {KeyObject} from 'node:crypto';
import {after, before, test} from 'node:test';
import {SignJWT} from 'jose';
import {assertionType} from '../../../src/protocol/oauth-client.ts';
import {sweepOauth} from '../../../src/storage/oauth-client.ts';
import {openApiWorld} from './api-world.ts';
import type {ApiWorld} from './api-world.ts';

let world: ApiWorld;
before(async () => {
  world = await openApiWorld();
});
after(() => world.close());

const pem = (key: KeyObject) => key.export({type: 'spki', format: 'pem'}) as string;

async function makeClient(attributes: object, key?: string): Promise<{id: string; secret: string}> {
  const {status, body} = await world.request('POST', '/oauth-clients', {
    ...(key !== undefined && {key}),
    body: {data: {attributes: {name: 'Pipeline', permissions: ['inquiry.read', 'account.read'], ...attributes}}},
  });
  assert.equal(status, 201, JSON.stringify(body));
  return {id: body.data?.id ?? '', secret: String(body.data?.attributes['client-secret'])};
}

interface TokenAnswer {
  status: number;
  headers: Headers;
  body: Record<string, unknown> & {error?: string; error_description?: string};
}

async function post(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  const raw = new URLSearchParams(form).toString();
  const type = {'content-type': 'application/x-www-form-urlencoded'};
  return (await world.request('POST', path, {key: '', raw, headers: {...type, ...headers}})) as unknown as TokenAnswer;
}

const basic = ({id, secret}: {id: string; secret: string}) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});
const credentials = {grant_type: 'client_credentials'};
const bySecret = (client: {id: string; secret: string}, more: Record<string, string> = {}) =>
  post('/oauth/token', {...credentials, ...more}, basic(client));

interface Claims {
  iss?: string;
  sub?: string;
  aud?: string;
  jti?: string | null;
  expiresIn?: number;
  alg?: string;
}

function sign(key: KeyObject | Uint8Array, id: string, claims: Claims = {}): Promise<string> {
  const now = Math.floor(world.now().getTime() / 1000);
  const {iss = id, sub = id, aud = 'http://localhost:3000/api/v1/oauth/token', jti = randomUUID()} = claims;
  return new SignJWT({...(jti !== null && {jti})})
    .setProtectedHeader({alg: claims.alg ?? 'ES256'})
    .setIssuer(iss)
    .setSubject(sub)
    .setAudience(aud)
    .setIssuedAt(now)
    .setExpirationTime(now + (claims.expiresIn ?? 120))
    .sign(key);
}

const byAssertion = (assertion: string, headers: Record<string, string> = {}) =>
  post('/oauth/token', {...credentials, client_assertion_type: assertionType, client_assertion: assertion}, headers);

test('a secret gives a token that stands where a key would, with the permissions of the client, for 15 minutes', async () => {
  const client = await makeClient({});
  const {status, body, headers} = await bySecret(client);
  assert.equal(status, 200);
  assert.equal(headers.get('cache-control'), 'no-store');
  assert.deepEqual([body['token_type'], body['expires_in']], ['Bearer', 900]);
  assert.equal(body['scope'], 'inquiry.read account.read');
  const key = String(body['access_token']);
  assert.equal((await world.request('GET', '/accounts', {key})).status, 200);
  const refused = await world.request('POST', '/accounts', {key, body: {data: {attributes: {}}}});
  assert.equal(refused.status, 403);
  assert.match(refused.body.errors?.[0]?.details ?? '', /account\.write/);
  world.advance(900_000);
  assert.equal((await world.request('GET', '/accounts', {key})).status, 401);
});

test('a signed assertion is answered in the shape of the reference, with either algorithm', async () => {
  const pairs = [
    {alg: 'ES256', ...generateKeyPairSync('ec', {namedCurve: 'P-256'})},
    {alg: 'RS256', ...generateKeyPairSync('rsa', {modulusLength: 2048})},
  ];
  for (const {alg, publicKey, privateKey} of pairs) {
    const {id, secret} = await makeClient({'public-key': pem(publicKey)});
    assert.equal(secret, 'null');
    const {status, body} = await byAssertion(await sign(privateKey, id, {alg}));
    assert.equal(status, 201, JSON.stringify(body));
    assert.deepEqual(Object.keys(body).sort(), ['access-token', 'expires-in', 'scope', 'token-type']);
    assert.equal((await world.request('GET', '/inquiries', {key: String(body['access-token'])})).status, 200);
    const snake = await byAssertion(await sign(privateKey, id, {alg}), {'key-inflection': 'snake'});
    assert.ok(snake.body['access_token']);
  }
});

test('an assertion that is not of, about and for us, that lives too long or was used before, gives nothing', async () => {
  const {publicKey, privateKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
  const stranger = generateKeyPairSync('ec', {namedCurve: 'P-256'}).privateKey;
  const {id} = await makeClient({'public-key': pem(publicKey)});
  const other = await makeClient({});
  const once = await sign(privateKey, id);
  assert.equal((await byAssertion(once)).status, 201);
  const bad: Record<string, string> = {
    'used before': once,
    'another key': await sign(stranger, id),
    'of a client with a secret': await sign(privateKey, other.id),
    'of nobody': await sign(privateKey, 'oac_nobody'),
    'another subject': await sign(privateKey, id, {sub: other.id}),
    'another audience': await sign(privateKey, id, {aud: 'https://elsewhere.example/token'}),
    'without a name': await sign(privateKey, id, {jti: null}),
    'too long a life': await sign(privateKey, id, {expiresIn: 3600}),
    'past its time': await sign(privateKey, id, {expiresIn: -60}),
    // the classic: the public key, which anybody may know, as the secret of an HMAC
    'another algorithm': await sign(Buffer.from(pem(publicKey)), id, {alg: 'HS256'}),
    unsigned: `${Buffer.from('{"alg":"none"}').toString('base64url')}.${once.split('.')[1]}.`,
    'not a token': 'no.such.thing',
  };
  for (const [why, assertion] of Object.entries(bad)) {
    const {status, body, headers} = await byAssertion(assertion);
    assert.deepEqual([status, body.error], [401, 'invalid_client'], why);
    assert.ok(headers.get('www-authenticate'), why);
  }
});

test('refusals are written as RFC 6749 writes them, and say nothing of the client', async () => {
  const client = await makeClient({});
  const cases: [number, string, Promise<TokenAnswer>][] = [
    [401, 'invalid_client', bySecret({id: client.id, secret: 'wrong'})],
    [401, 'invalid_client', bySecret({id: 'oac_11111111111111111111111', secret: client.secret})],
    [401, 'invalid_client', post('/oauth/token', credentials)],
    [400, 'invalid_scope', bySecret(client, {scope: 'inquiry.read webhook.write'})],
    [400, 'unsupported_grant_type', post('/oauth/token', {grant_type: 'password'}, basic(client))],
    [400, 'invalid_request', post('/oauth/token', {}, basic(client))],
    [400, 'invalid_request', bySecret(client, {client_secret: client.secret})],
    [400, 'invalid_request', post('/oauth/token', {}, {'content-type': 'application/json'})],
  ];
  const said = new Set<string | undefined>();
  for (const [status, error, answer] of cases) {
    const {body, ...rest} = await answer;
    assert.deepEqual([rest.status, body.error], [status, error], JSON.stringify(body));
    assert.deepEqual(Object.keys(body), ['error', 'error_description']);
    if (rest.headers.get('www-authenticate')?.startsWith('Basic') && body.error_description?.startsWith('the client'))
      said.add(body.error_description);
  }
  assert.equal(said.size, 1, 'a wrong secret and an unknown client read the same');
});

test('a scope narrows, and what the client loses its tokens lose', async () => {
  const client = await makeClient({});
  const {body} = await bySecret(client, {scope: 'account.read'});
  const key = String(body['access_token']);
  assert.equal((await world.request('GET', '/inquiries', {key})).status, 403);
  assert.equal((await world.request('GET', '/accounts', {key})).status, 200);
  const narrower = {data: {attributes: {permissions: ['inquiry.read']}}};
  assert.equal((await world.request('PATCH', `/oauth-clients/${client.id}`, {body: narrower})).status, 200);
  const fresh = String((await bySecret(client)).body['access_token']);
  assert.equal((await world.request('GET', '/accounts', {key: fresh})).status, 403);
});

test('a token is given back, and a revoked client is over with all it holds', async () => {
  const client = await makeClient({});
  const [first, second] = [await bySecret(client), await bySecret(client)].map(({body}) =>
    String(body['access_token']),
  );
  assert.equal((await world.request('GET', '/accounts', {key: first})).status, 200);
  const other = await makeClient({});
  assert.equal((await post('/oauth/revoke', {token: first ?? ''}, basic(other))).status, 200);
  assert.equal((await world.request('GET', '/accounts', {key: first})).status, 200, 'not theirs to give back');
  assert.equal((await post('/oauth/revoke', {token: first ?? ''}, basic(client))).status, 200);
  assert.equal((await world.request('GET', '/accounts', {key: first})).status, 401);
  assert.equal((await world.request('GET', '/accounts', {key: second})).status, 200);
  const {status, body} = await world.request('POST', `/oauth-clients/${client.id}/revoke`);
  assert.deepEqual([status, body.data?.attributes['status']], [200, 'revoked']);
  assert.equal((await world.request('GET', '/accounts', {key: second})).status, 401);
  assert.equal((await bySecret(client)).body.error, 'invalid_client');
  const change = {data: {attributes: {name: 'Back again'}}};
  assert.equal((await world.request('PATCH', `/oauth-clients/${client.id}`, {body: change})).status, 409);
});

test('only its maker’s permissions reach a client, at its making and by another key for it', async () => {
  const keeper = await world.makeKey({permissions: ['api_key.write', 'account.read']});
  const asked = {data: {attributes: {name: 'Too much', permissions: ['webhook.write']}}};
  assert.equal((await world.request('POST', '/oauth-clients', {key: keeper, body: asked})).status, 403);
  const client = await makeClient({permissions: ['webhook.write']});
  const {publicKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
  const taking = {data: {attributes: {'public-key': pem(publicKey)}}};
  const taken = await world.request('PATCH', `/oauth-clients/${client.id}`, {key: keeper, body: taking});
  assert.equal(taken.status, 403);
  assert.equal((await bySecret(client)).status, 200, 'the secret still counts');
  assert.equal((await world.request('PATCH', `/oauth-clients/${client.id}`, {body: taking})).status, 200);
  assert.equal((await bySecret(client)).body.error, 'invalid_client', 'a key took its place');
});

test('keys that nothing should be signed with are refused at their place', async () => {
  const weak = generateKeyPairSync('rsa', {modulusLength: 1024}).publicKey;
  const {privateKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
  const kept = privateKey.export({type: 'pkcs8', format: 'pem'}) as string;
  for (const key of [pem(weak), kept, pem(generateKeyPairSync('ed25519').publicKey), 'ssh-rsa AAAA']) {
    const body = {data: {attributes: {name: 'Bad', 'public-key': key}}};
    const answer = await world.request('POST', '/oauth-clients', {body});
    assert.equal(answer.status, 400);
    assert.equal(answer.body.errors?.[0]?.meta?.source?.pointer, '/data/attributes/public-key');
  }
});

test('neither secret nor token stands in the database or the log, and what is over is swept', async () => {
  const client = await makeClient({});
  const token = String((await bySecret(client)).body['access_token']);
  const {db} = world.database;
  const rows = [
    ...(await db.selectFrom('oauth_client').selectAll().execute()),
    ...(await db.selectFrom('oauth_token').selectAll().execute()),
  ];
  for (const value of [client.secret, token]) {
    assert.doesNotMatch(JSON.stringify(rows), new RegExp(value));
    assert.doesNotMatch(world.logged(), new RegExp(value));
  }
  world.advance(3_600_000);
  await sweepOauth(db, world.now());
  assert.deepEqual(await db.selectFrom('oauth_token').selectAll().execute(), []);
  assert.deepEqual(await db.selectFrom('oauth_assertion').selectAll().execute(), []);
});

test('an address that guesses is stopped', async () => {
  world.advance(60_000);
  const client = await makeClient({});
  let last: TokenAnswer | undefined;
  for (let i = 0; i <= 60; i++) last = await bySecret({...client, secret: `wrong-${i}`});
  assert.equal(last?.status, 429);
  assert.ok(Number(last.headers.get('retry-after')) > 0);
});
