/** What an integration does with the API, noun by noun; every call is recorded, and every one must have the status it names. */
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {drawLetters} from '../../src/cli/specimens.ts';
import type {DocumentType} from '../../src/protocol/government-id.ts';
import {Person} from './person.ts';
import type {Receiver} from './receiver.ts';
import type {ApiResource, Recorder} from './recorder.ts';

export interface Walk {
  api: Recorder;
  publicUrl: string;
  receiver: Receiver;
  templateId: string;
  /** The code of the last message for a verification, as the person reads it. */
  codeFor(verificationId: string): Promise<string>;
}

const specimens = path.resolve(import.meta.dirname, '../../demo/specimens');

export async function walkTemplates({api}: Pick<Walk, 'api'>): Promise<string> {
  const templates = await api.list('/inquiry-templates');
  const template = templates.data.find(({attributes}) => attributes['status'] === 'active');
  assert.ok(template, 'a fresh environment has a template');
  await api.get(`/inquiry-templates/${template.id}?include=latest-published-version`);
  const versions = await api.list(`/inquiry-template-versions?filter[inquiry-template-id]=${template.id}`);
  assert.equal(versions.data[0]?.attributes['live'], true);
  await api.get(`/inquiry-template-versions/${versions.data[0]?.id}`);
  await api.call('GET', '/inquiry-templates/itmpl_nothing', {status: 404});
  await walkTemplateEditing(api, String(versions.data[0]?.id));
  return template.id;
}

/** A copy of a template: a draft, what is wrong with it, published, brought back, put away. */
async function walkTemplateEditing(api: Recorder, versionId: string): Promise<void> {
  const exported = await api.get(`/inquiry-template-versions/${versionId}/graph`);
  const graph = exported.data.attributes['graph'] as Record<string, unknown>;
  const body = (attributes: object) => ({data: {attributes}});
  const copy = await api.call('POST', '/inquiry-templates', {status: 201, body: body({name: 'Walk', graph})});
  const {id: templateId} = copy.data;
  const draft = await api.call('POST', '/inquiry-template-versions', {
    status: 201,
    body: body({'inquiry-template-id': templateId, graph: {...graph, start: 'nowhere'}}),
  });
  await api.call('POST', `/inquiry-template-versions/${draft.data.id}/publish`, {status: 400});
  await api.call('PATCH', `/inquiry-template-versions/${draft.data.id}`, {status: 200, body: body({graph})});
  await api.call('POST', `/inquiry-template-versions/${draft.data.id}/publish`, {status: 200});
  await api.call('PATCH', `/inquiry-template-versions/${draft.data.id}`, {status: 409, body: body({graph})});
  const other = await api.call('POST', '/inquiry-template-versions', {
    status: 201,
    body: body({'inquiry-template-id': templateId, graph}),
  });
  await api.call('POST', `/inquiry-template-versions/${other.data.id}/archive`, {status: 200});
  await api.call('POST', `/inquiry-templates/${templateId}/archive`, {status: 200});
  await api.call('POST', `/inquiry-templates/${templateId}/restore`, {status: 200});
  await api.call('POST', `/inquiry-templates/${templateId}/archive`, {status: 200});
}

/** Leaves one webhook enabled on everything, for the rest of the walk. */
export async function walkWebhooks({api, receiver}: Pick<Walk, 'api' | 'receiver'>): Promise<string> {
  const attributes = {
    name: 'Walk',
    description: 'Receives everything',
    url: receiver.url,
    'enabled-events': ['*'],
    'api-version': api.version,
    'api-key-inflection': 'kebab',
    'api-attributes-blocklist': [],
    'custom-http-headers': {'X-API-Key': 'walk'},
  };
  const created = await api.call('POST', '/webhooks', {status: 201, body: {data: {attributes}}});
  const {id} = created.data;
  await api.list('/webhooks');
  await api.get(`/webhooks/${id}`);
  await api.call('PATCH', `/webhooks/${id}`, {status: 200, body: {data: {attributes: {description: null}}}});
  await api.call('POST', `/webhooks/${id}/enable`, {status: 200});
  await api.call('POST', `/webhooks/${id}/disable`, {status: 200});
  const rotated = await api.call('POST', `/webhooks/${id}/rotate-secret`, {
    status: 200,
    body: {meta: {'expires-in-seconds': 3600}},
  });
  const secrets = rotated.data.attributes['secrets'] as {value: string}[];
  assert.equal(secrets.length, 2);
  receiver.secrets.push(...secrets.map(({value}) => value));
  await api.call('POST', `/webhooks/${id}/enable`, {status: 200});
  const clone = await api.call('POST', `/webhooks/${id}/clone`, {status: 200});
  await api.call('POST', `/webhooks/${clone.data.id}/archive`, {status: 200});
  await api.call('POST', `/webhooks/${clone.data.id}/enable`, {status: 409});
  await api.call('POST', '/webhooks', {status: 400, body: {data: {attributes: {url: 'nonsense'}}}});
  return id;
}

export async function walkAccounts({api}: Walk): Promise<void> {
  const attributes = {
    'reference-id': 'walk-account',
    tags: ['walk'],
    fields: {name: {first: 'Anna Maria', last: 'Eriksson'}, birthdate: '1974-08-12'},
  };
  const {data} = await api.call('POST', '/accounts', {status: 201, body: {data: {attributes}}});
  await api.call('POST', '/accounts', {status: 409, body: {data: {attributes}}});
  await api.call('POST', '/accounts', {
    status: 200,
    body: {data: {attributes: {'reference-id': 'walk-account', tags: ['again']}}, meta: {'upsert-by': 'reference-id'}},
  });
  await api.get(`/accounts/${data.id}?include=account-type`);
  await api.call('PATCH', `/accounts/${data.id}`, {
    status: 200,
    body: {data: {attributes: {'account-status': 'watched', fields: {birthdate: '1974-08-13'}}}},
  });
  await walkAccountUpkeep(api, data);
  await api.list('/accounts?filter[reference-id]=walk-account');
  await api.call('GET', '/accounts/act_nothing', {status: 404});
}

async function walkAccountUpkeep(api: Recorder, account: ApiResource): Promise<void> {
  const post = (id: string, verb: string, status: number, meta: object) =>
    api.call('POST', `/accounts/${id}/${verb}`, {status, body: {meta}});
  await post(account.id, 'add-tag', 200, {'tag-name': 'more'});
  await post(account.id, 'remove-tag', 200, {'tag-name': 'more'});
  await post(account.id, 'set-tags', 200, {'tag-name': ['walked']});
  const type = account.relationships['account-type']?.data;
  await api.get(`/account-types/${type && 'id' in type ? type.id : ''}`);

  const attributes = {'reference-id': 'walk-other', 'social-security-number': '123-45-6789', 'country-code': 'US'};
  const other = await api.call('POST', '/accounts', {status: 201, body: {data: {attributes}}});
  const related = {'relation-schema-key': 'related_accounts', 'target-object-id': other.data.id};
  await post(account.id, 'add-relation', 200, related);
  await api.list(`/accounts/${account.id}/relations?filter[key]=related_accounts`);
  await post(account.id, 'remove-relation', 200, related);
  const query = {attribute: 'fields.name_last', operator: 'eq', value: 'Eriksson'};
  await api.call('POST', '/accounts/search', {status: 200, body: {query}});
  await post(account.id, 'consolidate', 202, {'source-account-ids': [other.data.id]});
  await post(account.id, 'consolidate', 409, {'source-account-ids': [other.data.id]});
  const forgotten = await api.call('POST', '/accounts', {
    status: 201,
    body: {data: {attributes: {'name-first': 'Anna'}}},
  });
  await api.call('DELETE', `/accounts/${forgotten.data.id}`, {status: 200});
}

/** The decisions of a reviewer, expiry, and what is refused. */
export async function walkInquiries(walk: Walk): Promise<void> {
  const {api, templateId} = walk;
  const create = async (more: object = {}, meta: object = {}): Promise<ApiResource> => {
    const body = {data: {attributes: {'inquiry-template-id': templateId, ...more}}, meta};
    return (await api.call('POST', '/inquiries', {status: 201, body})).data;
  };
  const post = (id: string, verb: string, status: number, body?: object) =>
    api.call('POST', `/inquiries/${id}/${verb}`, {status, ...(body && {body})});

  const reviewed = await create({
    'reference-id': 'walk-1',
    fields: {'name-first': 'Anna Maria'},
    note: 'walk',
    tags: ['walk'],
  });
  await api.call('PATCH', `/inquiries/${reviewed.id}`, {
    status: 200,
    body: {data: {attributes: {fields: {'name-last': 'Eriksson'}, tags: ['walk', 'updated']}}},
  });
  await post(reviewed.id, 'add-tag', 200, {meta: {'tag-name': 'more'}});
  await post(reviewed.id, 'remove-tag', 200, {meta: {'tag-name': 'more'}});
  await post(reviewed.id, 'set-tags', 200, {meta: {'tag-name': ['walked']}});
  await post(reviewed.id, 'mark-for-review', 200);
  await post(reviewed.id, 'approve', 200, {meta: {comment: 'looks right'}});
  await post(reviewed.id, 'decline', 409);

  const declined = await create({}, {'auto-create-account': true, 'auto-create-account-reference-id': 'walk-2'});
  await post(declined.id, 'decline', 200, {meta: {comment: 'not theirs'}});

  const expired = await create({}, {'auto-create-inquiry-session': true, 'auto-create-one-time-link': true});
  await post(expired.id, 'expire', 200);
  await post(expired.id, 'resume', 200);
  await post(expired.id, 'generate-one-time-link', 200, {meta: {'expires-in-seconds': 3600}});

  const includes = 'account,inquiry-template,inquiry-template-version,sessions,verifications,documents';
  await api.get(`/inquiries/${expired.id}?include=${includes}`);
  const page = await api.list('/inquiries?page[size]=2&filter[status]=approved,declined,pending');
  assert.ok(page.links.next);
  await api.list(page.links.next.replace('/api/v1', ''));
  await search(walk);
  const redacted = await create({fields: {'name-first': 'Anna Maria'}, note: 'to be forgotten'});
  await api.call('DELETE', `/inquiries/${redacted.id}`, {status: 200});
  await refusals(walk, expired.id);
  await walkSessions(walk, expired.id);
}

async function search({api}: Walk): Promise<void> {
  const query = {
    and: [
      {attribute: 'created_at', operator: 'gte', value: '2026-01-01'},
      {not: {attribute: 'status', operator: 'eq', value: 'approved'}},
    ],
  };
  const sort = {attribute: 'updated_at', direction: 'desc'};
  const first = await api.call('POST', '/inquiries/search', {status: 200, body: {query, sort}});
  assert.ok(first.data);
  await api.call('POST', '/inquiries/search', {
    status: 400,
    body: {query: {attribute: 'colour', operator: 'eq', value: 1}},
  });
}

async function refusals({api, templateId}: Walk, inquiryId: string): Promise<void> {
  const attributes = {'inquiry-template-id': templateId};
  await api.call('GET', '/inquiries', {status: 401, key: 'countersign_sandbox_nothing'});
  await api.call('GET', '/inquiries/inq_nothing', {status: 404});
  await api.call('GET', '/inquiries?page[size]=1000', {status: 400});
  await api.call('POST', '/inquiries', {status: 400, body: {data: {attributes: {...attributes, colour: 'red'}}}});
  await api.call('POST', '/inquiries', {
    status: 422,
    body: {data: {attributes: {...attributes, fields: {birthdate: '2026-02-30'}}}},
  });
  await api.call('PATCH', `/inquiries/${inquiryId}`, {status: 400, body: {data: {attributes: {note: 7}}}});
  const limited = await api.call('POST', '/api-keys', {
    status: 201,
    body: {data: {attributes: {name: 'Reader', permissions: ['inquiry.read']}}},
  });
  const key = String(limited.data.attributes['value']);
  await api.call('POST', '/inquiries', {status: 403, key, body: {data: {attributes}}});
}

async function walkSessions({api}: Walk, inquiryId: string): Promise<void> {
  const {data, headers} = await api.call('POST', '/inquiry-sessions', {
    status: 201,
    body: {data: {attributes: {'inquiry-id': inquiryId}}},
  });
  assert.ok(headers.get('session-token'));
  await api.get(`/inquiry-sessions/${data.id}?include=inquiry`);
  await api.list(`/inquiry-sessions?filter[inquiry-id]=${inquiryId}`);
  await api.call('POST', `/inquiry-sessions/${data.id}/generate-one-time-link`, {status: 200});
  await api.call('POST', `/inquiry-sessions/${data.id}/expire?include=inquiry`, {status: 200});
  await api.call('POST', '/inquiry-sessions/expire-all', {status: 200, body: {meta: {'inquiry-ids': [inquiryId]}}});
}

const listItems = {
  'browser-fingerprints': {value: 'fp-walk'},
  countries: {'country-code': 'ZZ'},
  'device-fingerprints': {value: 'dev-walk'},
  'email-addresses': {'match-type': 'domain', value: 'walk.example'},
  fields: {'field-value': 'walk'},
  geolocations: {latitude: 52.52, longitude: 13.405, 'radius-meters': 1000},
  'government-id-numbers': {'id-class': 'pp', 'id-number': 'W1'},
  'ip-addresses': {value: '203.0.113.7'},
  names: {'name-first': 'Walk', 'name-last': 'Walker'},
  'phone-numbers': {value: '+15550100'},
  strings: {value: 'walk'},
};

/** Kinds of lists whose resource the reference's own list of lists has no room for. */
const unlisted = ['device-fingerprints', 'fields', 'strings'];

/** Lists of every kind with an item each; they are archived at the end, so that nobody meets them. */
export async function walkLists({api}: Walk): Promise<void> {
  const plurals = Object.entries(listItems).sort(
    ([a], [b]) => Number(unlisted.includes(a)) - Number(unlisted.includes(b)),
  );
  for (const [plural, value] of plurals) {
    if (plural === unlisted[0]) await api.list('/lists?filter[status]=active');
    const list = await api.call('POST', `/list/${plural}`, {
      status: 201,
      body: {data: {attributes: {name: `Walk ${plural}`}}},
    });
    if (!unlisted.includes(plural)) await api.get(`/lists/${list.data.id}`);
    const attributes = {'list-id': list.data.id, ...value};
    const item = await api.call('POST', `/list-item/${plural}`, {status: 201, body: {data: {attributes}}});
    await api.get(`/list-item/${plural}/${item.data.id}`);
    await api.call('DELETE', `/list-item/${plural}/${item.data.id}`, {status: 200});
    await api.call('GET', `/list-item/${plural}/lin_nothing`, {status: 404});
    if (!unlisted.includes(plural)) await api.call('DELETE', `/lists/${list.data.id}`, {status: 200});
  }
}

const imports = {
  'email-addresses': 'value,match_type\nwalk@example.com,email_address\n',
  geolocations: 'latitude,longitude,radius_meters\n52.52,13.405,1000\n',
  'government-id-numbers': 'id_number,id_class\nW1,pp\n',
  'ip-addresses': 'value\n203.0.113.7\n',
  names: 'name_first,name_last\nWalk,Walker\n',
  'phone-numbers': 'value\n+15550100\n',
};

/** CSV files of every kind, read by the worker; the last row of one does not fit. */
export async function walkImports({api}: Walk): Promise<void> {
  const give = (address: string, csv: string, more: object = {}) => {
    const file = {data: Buffer.from(csv).toString('base64'), filename: 'walk.csv'};
    return api.call('POST', address, {status: 201, body: {data: {attributes: {file, ...more}}}});
  };
  const settled = async (id: string): Promise<ApiResource> => {
    for (let i = 0; i < 400; i += 1) {
      const {data} = await api.get(`/importers/${id}`);
      if (data.attributes['status'] !== 'pending') return data;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the import was not read in 40 seconds');
  };
  for (const [plural, csv] of Object.entries(imports)) {
    const list = await api.call('POST', `/list/${plural}`, {
      status: 201,
      body: {data: {attributes: {name: 'Imported'}}},
    });
    const {data} = await give(`/importer/list-item/${plural}`, csv, {'list-id': list.data.id});
    assert.equal((await settled(data.id)).attributes['successful-count'], 1);
    await api.call('DELETE', `/lists/${list.data.id}`, {status: 200});
  }
  const {data: good} = await give('/importer/accounts', 'reference_id,name_first\nwalk-import,Anna\n');
  assert.equal((await settled(good.id)).attributes['status'], 'ready');
  const {data: bad} = await give('/importer/accounts', 'reference_id,birthdate\nwalk-bad,yesterday\n');
  assert.equal((await settled(bad.id)).attributes['status'], 'errored');
  await api.get(`/importers/${bad.id}/errors`);
  await api.list('/importers');
}

/** A verification kept for an investigation, and forgotten after it. */
export async function walkInvestigation({api}: Walk, inquiry: ApiResource): Promise<void> {
  for (const {id} of related(inquiry, 'verifications').slice(0, 1)) {
    await api.call('POST', `/verifications/${id}/investigation-lock`, {status: 200});
    await api.call('DELETE', `/verifications/${id}`, {status: 409});
    await api.call('POST', `/verifications/${id}/investigation-unlock`, {status: 200});
    await api.call('DELETE', `/verifications/${id}`, {status: 200});
  }
}

/** What an integrator tries in the sandbox before anybody stands in front of a camera. */
export async function walkSimulation({api, templateId}: Walk): Promise<void> {
  for (const [type, expected] of [
    ['create_passed_verification', 'approved'],
    ['create_failed_verification', 'declined'],
  ] as const) {
    const body = {data: {attributes: {'inquiry-template-id': templateId}}};
    const {data} = await api.call('POST', '/inquiries', {status: 201, body});
    const actions = [{type: 'start_inquiry'}, {type, data: {'verification-template-id': 'vtmpl_any'}}];
    const simulated = await api.call('POST', `/inquiries/${data.id}/perform-simulate-actions`, {
      status: 200,
      body: {meta: {'simulate-actions': actions}},
      headers: {'idempotency-key': `simulate-${type}`},
    });
    assert.equal(simulated.data.attributes['status'], expected);
  }
}

/** The kinds of verification that the walk's own template does not ask for: a selfie, and a proof of address. */
export async function walkOtherKinds(walk: Walk): Promise<void> {
  const {api} = walk;
  const {data: templates} = await api.list('/inquiry-templates?page[size]=100');
  const create = async (name: string, meta: object = {}) => {
    const template = templates.find(({attributes}) => attributes['name'] === name);
    const body = {data: {attributes: {'inquiry-template-id': template?.id}}, meta};
    return api.call('POST', '/inquiries', {status: 201, body});
  };
  const faced = await create('KYC');
  const action = {type: 'create_passed_verification', data: {'verification-template-id': 'vtmpl_any'}};
  await api.call('POST', `/inquiries/${faced.data.id}/perform-simulate-actions`, {
    status: 200,
    body: {meta: {'simulate-actions': [{type: 'start_inquiry'}, action, action]}},
  });
  const housed = await create('Document upload (proof of address)', {'auto-create-inquiry-session': true});
  const person = new Person({publicUrl: walk.publicUrl, token: housed.meta['session-token'] ?? ''});
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'countersign-letters-'));
  const letters = await drawLetters(folder, new Date().toISOString().slice(0, 10));
  await person.showProof(path.join(letters, 'bill.pdf'));
  await fs.rm(folder, {recursive: true});
  for (const {data} of [faced, housed]) {
    const inquiry = await api.get(`/inquiries/${data.id}`);
    await walkTyped(api, inquiry.data, 'verifications');
    await walkTyped(api, inquiry.data, 'documents');
  }
}

async function walkTyped(api: Recorder, inquiry: ApiResource, name: 'verifications' | 'documents'): Promise<void> {
  for (const {type, id} of related(inquiry, name)) {
    await api.get(`/${type}s/${id}`);
    await print({api}, name === 'verifications' ? `/verifications/${id}/print` : `/inquiries/${inquiry.id}/print`);
  }
}

/** A person shows a specimen; the engine reads it; the API and the webhook tell what was read. */
export async function walkDocument(
  walk: Walk,
  options: {pictures: string[]; type?: DocumentType; expected: 'approved' | 'declined' | 'failed'},
): Promise<ApiResource> {
  const {api, receiver, publicUrl, templateId} = walk;
  const created = await api.call('POST', '/inquiries', {
    status: 201,
    body: {
      data: {attributes: {'inquiry-template-id': templateId, 'reference-id': `walk-${options.pictures[0]}`}},
      meta: {'auto-create-inquiry-session': true},
    },
  });
  const person = new Person({publicUrl, token: created.meta['session-token'] ?? ''});
  const sides = ['front', 'back'] as const;
  await person.showDocument(
    options.pictures.map((file, i) => ({side: sides[i] ?? 'back', file: path.join(specimens, file)})),
    options.type,
  );
  const {id} = created.data;
  await receiver.waitFor(`inquiry.${options.expected}`, id);
  const inquiry = await api.get(
    `/inquiries/${id}?include=account,sessions,verifications,documents,inquiry-template-version`,
  );
  assert.equal(inquiry.data.attributes['status'], options.expected);
  await walkFindings(walk, inquiry.data);
  await print(walk, `/inquiries/${id}/print`);
  return inquiry.data;
}

async function walkFindings({api}: Walk, inquiry: ApiResource): Promise<void> {
  for (const {id} of related(inquiry, 'verifications')) {
    await api.get(`/verifications/${id}`);
    const {data} = await api.get(`/verification/government-ids/${id}?include=inquiry,document`);
    assert.ok((data.attributes['checks'] as unknown[]).length > 0);
    const url = data.attributes['front-photo-url'];
    if (typeof url === 'string') await downloadPicture(url);
  }
  for (const {id} of related(inquiry, 'verifications')) await print({api}, `/verifications/${id}/print`);
  for (const {id} of related(inquiry, 'documents')) {
    await api.get(`/documents/${id}`);
    await api.get(`/document/government-ids/${id}?include=inquiry`);
  }
  await api.call('GET', '/verifications/ver_nothing', {status: 404});
  await api.call('GET', '/document/government-ids/doc_nothing', {status: 404});
}

function related(resource: ApiResource, name: string): {type: string; id: string}[] {
  const data = resource.relationships[name]?.data;
  return Array.isArray(data) ? data : [];
}

async function print({api}: Pick<Walk, 'api'>, address: string): Promise<void> {
  const pdf = await api.file(address);
  assert.equal(pdf.subarray(0, 5).toString('latin1'), '%PDF-');
}

/** The address needs no key and shows a JPEG; without its token it shows nothing. */
async function downloadPicture(url: string): Promise<void> {
  const picture = await fetch(url);
  assert.equal(picture.status, 200);
  assert.equal(picture.headers.get('content-type'), 'image/jpeg');
  assert.match(picture.headers.get('content-security-policy') ?? '', /sandbox/);
  const bytes = Buffer.from(await picture.arrayBuffer());
  assert.equal(bytes.subarray(0, 2).toString('hex'), 'ffd8');
  assert.equal((await fetch(url.replace(/access_token=.*/, 'access_token=none'))).status, 401);
}

export async function walkEvents({api}: Walk, inquiry: ApiResource): Promise<void> {
  await api.list('/events?page[size]=100');
  const about = await api.list(`/events?filter[object-id]=${inquiry.id}&filter[name]=inquiry.created,inquiry.approved`);
  assert.equal(about.data.length, 2);
  await api.get(`/events/${about.data[0]?.id}`);
  await api.call('GET', '/events/evt_nothing', {status: 404});
}

export async function walkApiKeys({api}: Walk): Promise<void> {
  const {data} = await api.call('POST', '/api-keys', {
    status: 201,
    body: {
      data: {
        attributes: {name: 'Short-lived', note: 'walk', permissions: ['account.read'], 'ip-address-allowlist': ['*']},
      },
    },
  });
  await api.call('PATCH', `/api-keys/${data.id}`, {
    status: 200,
    body: {data: {attributes: {note: 'changed', permissions: ['account.read', 'account.write']}}},
  });
  await api.call('POST', `/api-keys/${data.id}/clone`, {status: 200});
  await api.list('/rate-limits');
  await api.list('/api-keys?page[size]=1');
  await api.get(`/api-keys/${data.id}`);
  await api.call('POST', `/api-keys/${data.id}/expire`, {status: 200, body: {meta: {'expires-in-seconds': 0}}});
  await api.call('GET', '/accounts', {status: 401, key: String(data.attributes['value'])});
}
