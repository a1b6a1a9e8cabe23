/** What an integration does with no person in a flow: a backend's own verifications, transactions, and the devices of sessions. */
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import type {Walk} from './paths.ts';
import {Person} from './person.ts';
import type {ApiResource, Recorder} from './recorder.ts';

const specimens = path.resolve(import.meta.dirname, '../../demo/specimens');

/** What a backend verifies by itself: pictures in, a verdict out, nobody in a flow. */
export async function walkBackend(walk: Walk): Promise<void> {
  const {api} = walk;
  const photo = async (name: string) => ({
    data: (await fs.readFile(path.join(specimens, name))).toString('base64'),
    filename: name,
  });
  const passport = await photo('passport-photo.jpg');
  const create = (address: string, attributes: object) =>
    api.call('POST', address, {status: 201, body: {data: {attributes}}});
  const submit = async (address: string) => {
    await api.call('POST', `${address}/submit`, {status: 200});
    return settled(api, address, 'submitted');
  };

  const card = await create('/verification/government-ids', {'country-code': 'DE', 'front-photo': passport});
  await api.call('PATCH', `/verification/government-ids/${card.data.id}`, {
    status: 200,
    body: {data: {attributes: {'selected-id-class': ['pp']}}},
  });
  await submit(`/verification/government-ids/${card.data.id}`);
  const selfie = await create('/verification/selfies', {'center-photo': passport});
  await submit(`/verification/selfies/${selfie.data.id}`);

  const inquiry = await create('/inquiries', {'inquiry-template-id': walk.templateId});
  const ofInquiry = {'inquiry-id': inquiry.data.id};
  const letter = await create('/document/generics', {...ofInquiry, kind: 'proof_of_address', files: [passport]});
  await api.call('PATCH', `/document/generics/${letter.data.id}`, {
    status: 200,
    body: {data: {attributes: {kind: 'letter'}}},
  });
  const proof = await create('/verification/documents', {...ofInquiry, 'document-id': letter.data.id});
  await submit(`/verification/documents/${proof.data.id}`);
  const other = await create('/document/government-ids', {...ofInquiry, 'country-code': 'DE', 'front-photo': passport});
  await api.call('PATCH', `/document/government-ids/${other.data.id}`, {
    status: 200,
    body: {data: {attributes: {'selected-id-class': ['pp']}}},
  });
  await submit(`/document/government-ids/${other.data.id}`);
  const alone = await create('/document/generics', {...ofInquiry, kind: 'letter', files: [passport]});
  await submit(`/document/generics/${alone.data.id}`);
  // says that it is a JPEG, and ends before the picture begins
  const torn = {
    data: Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex').toString('base64'),
    filename: 'torn.jpg',
  };
  const damaged = await create('/document/generics', {...ofInquiry, kind: 'letter', files: [torn]});
  const {attributes} = await submit(`/document/generics/${damaged.data.id}`);
  assert.equal(attributes['status'], 'errored');
}

/** Numbers and addresses by the codes that were sent there, and a person held against records that were imported. */
export async function walkContacts({api, codeFor}: Walk): Promise<void> {
  const body = (attributes: object) => ({data: {attributes}});
  const kinds = [
    ['phone-numbers', {'phone-number': '+4915123456789'}],
    ['email-addresses', {'email-address': 'erika@example.com'}],
  ] as const;
  for (const [plural, contact] of kinds) {
    const made = await api.call('POST', `/verification/${plural}`, {status: 201, body: body(contact)});
    const address = `/verification/${plural}/${made.data.id}`;
    const language = body({language: 'de'});
    await api.call('POST', `${address}/send-confirmation-code`, {status: 200, body: language});
    const code = await codeFor(made.data.id);
    const wrong = code === '000000' ? '000001' : '000000';
    await api.call('POST', `${address}/confirm`, {status: 422, body: body({'confirmation-code': wrong})});
    await api.call('POST', `${address}/confirm`, {status: 200, body: body({'confirmation-code': code})});
    const {id, attributes} = await settled(api, address, 'confirmed');
    // whether the domain takes mail is asked of the DNS where there is one; the code came back in any case
    const checks = attributes['checks'] as {name: string; status: string}[];
    assert.equal(checks.find(({name}) => name.endsWith('confirmation_code_comparison'))?.status, 'passed');
    await api.get(`/verifications/${id}`);
    await api.call('POST', `${address}/submit`, {status: 200});
  }
}

/** Somebody mistypes their number, and takes another before the code comes. */
export async function walkMistypedNumber({api, publicUrl}: Walk): Promise<void> {
  const {data: templates} = await api.list('/inquiry-templates?page[size]=100');
  const template = templates.find(({attributes}) => attributes['name'] === 'Phone + email');
  const {meta} = await api.call('POST', '/inquiries', {
    status: 201,
    body: {data: {attributes: {'inquiry-template-id': template?.id}}, meta: {'auto-create-inquiry-session': true}},
  });
  await new Person({publicUrl, token: meta['session-token'] ?? ''}).mistypeNumber('+4915123456780');
}

export async function walkRecords({api}: Walk): Promise<void> {
  const csv = 'name_first,name_last,birthdate\nAnna Maria,Eriksson,1974-08-12\n';
  const file = {data: Buffer.from(csv).toString('base64'), filename: 'residents.csv'};
  const body = (attributes: object) => ({data: {attributes}});
  const imported = await api.call('POST', '/importer/data-sets', {status: 201, body: body({name: 'residents', file})});
  await settled(api, `/importer/data-sets/${imported.data.id}`, 'pending');
  await api.list('/data-sets');
  const person = {'name-first': 'Anna Maria', 'name-last': 'Eriksson', birthdate: '1974-08-12'};
  const asked = {source: 'residents', ...person};
  const made = await api.call('POST', '/verification/databases', {status: 201, body: body(asked)});
  const address = `/verification/databases/${made.data.id}`;
  await api.call('POST', `${address}/submit`, {status: 200});
  const {id, attributes} = await settled(api, address, 'submitted');
  assert.equal(attributes['status'], 'passed');
  await api.get(`/verifications/${id}`);
}

/** What an address shows once the worker is done with it. */
async function settled(api: Recorder, address: string, busy: string): Promise<ApiResource> {
  for (let i = 0; i < 600; i += 1) {
    const {data} = await api.get(address);
    if (data.attributes['status'] !== busy) return data;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${address} was ${busy} for two minutes`);
}

/** A kind of our own; one of its fields is deleted. */
async function walkTransactionTypes(api: Recorder): Promise<void> {
  const fields = {licence: {type: 'file'}, shift: {type: 'choices', choices: ['day', 'night']}};
  const licence = {name: 'licence', kind: 'government-id', from: {front: 'licence'}, config: {types: ['dl']}};
  const decision = {failedCheck: 'needs_review'};
  const definition = {fields, statuses: [], verifications: [licence], decision};
  const body = (attributes: object) => ({data: {attributes}});
  const made = await api.call('POST', '/transaction-types', {status: 201, body: body({name: 'Driver', definition})});
  const address = `/transaction-types/${made.data.id}`;
  await api.get(`${address}/definition`);
  const without = {...definition, fields: {licence: fields.licence}};
  await api.call('PATCH', address, {status: 200, body: body({definition: without})});
  await api.call('PATCH', address, {status: 400, body: body({definition: {...definition, fields: {}}})});
}

/** Files inline, the verifications of the type, the decision, and what is hung on it. */
export async function walkTransactions({api}: Walk): Promise<void> {
  const types = await api.list('/transaction-types');
  const typeId = types.data[0]?.id ?? '';
  await api.get(`/transaction-types/${typeId}`);
  await walkTransactionTypes(api);
  const data = (await fs.readFile(path.join(specimens, 'passport-photo.jpg'))).toString('base64');
  const {data: created} = await api.call('POST', '/transactions', {
    status: 201,
    body: {
      data: {
        attributes: {
          'transaction-type-id': typeId,
          'reference-id': 'walk-transaction',
          fields: {id_front_photo: {data, filename: 'front.jpg'}, id_class: 'pp'},
        },
      },
    },
  });
  const {id} = created;
  const post = (verb: string, meta: object) =>
    api.call('POST', `/transactions/${id}/${verb}`, {status: 200, body: {meta}});
  await settled(api, `/transactions/${id}`, 'created');
  await api.get(`/transactions/${id}?include=transaction-label`);
  await api.list('/transactions?filter[reference-id]=walk-transaction');
  await api.call('PATCH', `/transactions/${id}`, {
    status: 200,
    body: {data: {attributes: {status: 'needs_review', fields: {name_first: 'Anna Maria'}}}},
  });
  await post('add-tag', {'tag-name': 'walk'});
  await post('remove-tag', {'tag-name': 'walk'});
  await post('set-tags', {'tag-name': ['walked']});
  const account = await api.call('POST', '/accounts', {status: 201, body: {data: {attributes: {}}}});
  const relation = {'relation-schema-key': 'txn_account', 'target-object-id': account.data.id};
  await post('add-relation', relation);
  await post('remove-relation', relation);
  await post('label', {label: 'walked', score: 0.5, 'model-version': '1'});
  await api.call('POST', `/transactions/${id}/redact-biometrics`, {status: 200});
  await api.call('DELETE', `/transactions/${id}`, {status: 200});
  await api.call('GET', '/transactions/txn_nothing', {status: 404});
}

/** A session of a browser that said something of itself has a device. */
export async function walkDevices({api}: Walk, inquiry: ApiResource): Promise<void> {
  for (const {id} of sessionsOf(inquiry)) {
    const {data} = await api.list(`/devices?filter[inquiry-session-id]=${id}`);
    for (const device of data) await api.get(`/devices/${device.id}`);
  }
}

function sessionsOf({relationships}: ApiResource): {id: string}[] {
  const data = relationships['sessions']?.data;
  return Array.isArray(data) ? data : [];
}
