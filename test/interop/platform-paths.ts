/** What the platform around inquiries offers: access for programs, logs, looks and words. */
import assert from 'node:assert/strict';
import {generateKeyPairSync, randomUUID} from 'node:crypto';
import {SignJWT} from 'jose';
import {assertionType} from '../../src/protocol/oauth-client.ts';
import {wordyGraph} from '../domain/translations-graph.ts';
import type {Walk} from './paths.ts';

const body = (attributes: object) => ({data: {attributes}});

/** A client with a key pair: its token works, and no more once it is given back. */
export async function walkOauth({api, publicUrl}: Pick<Walk, 'api' | 'publicUrl'>): Promise<void> {
  const {publicKey, privateKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
  const {data: client} = await api.call('POST', '/oauth-clients', {
    status: 201,
    body: body({
      name: 'Nightly export',
      permissions: ['inquiry.read', 'account.read'],
      'public-key': publicKey.export({type: 'spki', format: 'pem'}),
    }),
  });
  await api.list('/oauth-clients');
  await api.get(`/oauth-clients/${client.id}`);
  await api.call('PATCH', `/oauth-clients/${client.id}`, {status: 200, body: body({note: 'every night'})});
  const assertion = () =>
    new SignJWT({jti: randomUUID()})
      .setProtectedHeader({alg: 'ES256'})
      .setIssuer(client.id)
      .setSubject(client.id)
      .setAudience(`${publicUrl}/api/v1/oauth/token`)
      .setIssuedAt()
      .setExpirationTime('2m')
      .sign(privateKey);
  const show = async () => ({client_assertion_type: assertionType, client_assertion: await assertion()});
  const given = await api.form('/oauth/token', {
    status: 201,
    form: {grant_type: 'client_credentials', ...(await show()), scope: 'account.read'},
  });
  const key = String(given['access-token']);
  await api.call('GET', '/accounts', {status: 200, key});
  await api.call('GET', '/inquiries', {status: 403, key});
  await api.form('/oauth/revoke', {status: 200, form: {...(await show()), token: key}});
  await api.call('GET', '/accounts', {status: 401, key});
  await api.call('POST', `/oauth-clients/${client.id}/revoke`, {status: 200});
  assert.equal((await api.get(`/oauth-clients/${client.id}`)).data.attributes['status'], 'revoked');
}

/** The requests of this walk, as the API tells of them. */
export async function walkApiLogs({api}: Pick<Walk, 'api'>): Promise<void> {
  const logs = await api.list('/api-logs?page[size]=5&filter[status]=200');
  assert.equal(logs.data.length, 5);
  await api.get(`/api-logs/${logs.data[0]?.id}?include=handling`);
  await api.call('GET', '/api-logs/req_nothing', {status: 404});
}

/** A key that was made here stands in the audit log. */
export async function walkAudit({api}: Pick<Walk, 'api'>): Promise<void> {
  const made = await api.call('POST', '/api-keys', {
    status: 201,
    body: body({name: 'Audited', permissions: ['account.read']}),
  });
  const entries = await api.list(`/user-audit-logs?filter[object-id]=${made.data.id}`);
  const [entry] = entries.data;
  assert.equal((entry?.attributes['context'] as Record<string, string>)['action'], 'api-key.create');
  await api.get(`/user-audit-logs/${entry?.id}?include=user`);
  await api.call('GET', '/user-audit-logs/ual_nothing', {status: 404});
}

/** A look that is made, changed and put away. */
export async function walkThemeSets({api}: Pick<Walk, 'api'>): Promise<void> {
  const {data} = await api.call('POST', '/theme-sets', {
    status: 201,
    body: body({
      name: 'Brand',
      styles: {
        settings: {'use-dark-theme': true},
        light: {inquiry: {accent: '#6d28d9', radius: '4px'}},
        dark: {inquiry: {accent: '#c4b5fd'}},
      },
    }),
  });
  await api.call('POST', '/theme-sets', {
    status: 400,
    body: body({name: 'Bad', styles: {light: {inquiry: {accent: 'url(x)'}}}}),
  });
  await api.list('/theme-sets?filter[status]=active');
  await api.get(`/theme-sets/${data.id}`);
  await api.call('PATCH', `/theme-sets/${data.id}`, {status: 200, body: body({name: 'Brand, second'})});
  await api.call('DELETE', `/theme-sets/${data.id}`, {status: 200});
  await api.call('GET', '/theme-sets/theset_nothing', {status: 404});
}

/** The words of a template, out and in again. */
export async function walkTranslations({api}: Pick<Walk, 'api'>): Promise<void> {
  const template = await api.call('POST', '/inquiry-templates', {
    status: 201,
    body: body({name: 'Wordy', graph: wordyGraph}),
  });
  const address = `/inquiry-templates/${template.data.id}/translations`;
  const {data} = await api.get(address);
  const translations = data.attributes['translations'] as object[];
  const draft = await api.call('POST', address, {status: 200, body: body({translations})});
  const version = `/inquiry-template-versions/${draft.data.id}/translations`;
  await api.get(version);
  await api.call('PATCH', version, {status: 200, body: body({translations: translations.slice(0, 1)})});
  await api.call('POST', address, {
    status: 400,
    body: body({translations: [{step: 'x', component: 'x', 'attribute-name': 'x', 'locale-values': []}]}),
  });
}
