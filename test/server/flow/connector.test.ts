/** A step that asks a service of the operator's, against a local one. */
import assert from 'node:assert/strict';
import {once} from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {after, before, beforeEach, it} from 'node:test';
import {openConnectors} from '../../../src/outbound/connectors.ts';
import type {TemplateGraph} from '../../../src/protocol/template.ts';
import {documentGraph} from '../../domain/flow-graph.ts';
import {openFlowWorld, start, submit} from './flow-world.ts';
import type {FlowWorld} from './flow-world.ts';
import {scriptedEngines} from './scripted-engines.ts';

let flow: FlowWorld;
let service: http.Server;
let answers: {status: number; body?: string}[] = [];
const asked: {key: unknown; token: unknown; body: unknown}[] = [];
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-connectors-'));

before(async () => {
  service = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const {'idempotency-key': key, authorization: token} = request.headers;
      asked.push({key, token, body: JSON.parse(Buffer.concat(chunks).toString())});
      const {status, body = ''} = (answers.length > 1 ? answers.shift() : answers[0]) ?? {status: 500};
      response.writeHead(status).end(body);
    });
  });
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  const {port} = service.address() as AddressInfo;
  const file = path.join(folder, 'connectors.json');
  const crm = {url: `http://127.0.0.1:${port}/lookup`, headers: {Authorization: 'Bearer sesame'}};
  fs.writeFileSync(file, JSON.stringify({crm}));
  flow = await openFlowWorld(scriptedEngines());
  flow.ctx.connectors = openConnectors(file);
});
beforeEach(() => {
  asked.length = 0;
});
after(async () => {
  await flow.close();
  service.close();
  fs.rmSync(folder, {recursive: true, force: true});
});

function graphAsking(connector: string, timeoutSeconds = 60): TemplateGraph {
  return documentGraph({
    steps: {
      consent: {kind: 'consent', next: 'ask', retentionDays: 1},
      ask: {
        kind: 'connector',
        connector,
        send: ['name-last'],
        receive: {'name-first': '/customer/first', birthdate: '/customer/born', 'name-last': '/nobody'},
        timeoutSeconds,
        next: 'success',
        failed: 'failed',
      },
      success: {kind: 'success'},
      failed: {kind: 'failed'},
    },
  });
}

async function walk(graph: TemplateGraph) {
  const templateId = await flow.addTemplate(graph);
  const {token, position} = await start(flow, {templateId, fields: {'name-last': 'Solberg'}});
  await submit(flow, token, 'consent', {action: 'accept'});
  const end = await flow.until(token, ({screen}) => screen.kind !== 'processing');
  const {fields} = await flow.database.db
    .selectFrom('inquiry')
    .select('fields')
    .where('id', '=', position.inquiryId)
    .executeTakeFirstOrThrow();
  return {end, fields, inquiryId: position.inquiryId};
}

it('sends the named fields with the operator’s headers, and takes what fits from the answer', async () => {
  answers = [{status: 200, body: JSON.stringify({customer: {first: 'Linnea', born: 'long ago'}})}];
  const {end, fields, inquiryId} = await walk(graphAsking('crm'));
  assert.equal(end.step, 'success');
  assert.deepEqual(
    ['name-first', 'birthdate', 'name-last'].map((key) => fields[key]?.value),
    ['Linnea', null, 'Solberg'],
  );
  assert.equal(asked[0]?.token, 'Bearer sesame');
  assert.deepEqual(asked[0]?.body, {
    environment: 'sandbox',
    'inquiry-id': inquiryId,
    step: 'ask',
    fields: {'name-last': 'Solberg'},
  });
});

it('asks again under the same key when the service is down', async () => {
  answers = [{status: 503}, {status: 200, body: '{"customer": {"first": "Linnea"}}'}];
  const {end, fields} = await walk(graphAsking('crm'));
  assert.deepEqual([end.step, fields['name-first']?.value], ['success', 'Linnea']);
  assert.equal(asked.length, 2);
  assert.equal(asked[0]?.key, asked[1]?.key);
});

it('goes on by the other way when it is refused, is not configured, or the time is over', async () => {
  answers = [{status: 422}];
  assert.equal((await walk(graphAsking('crm'))).end.step, 'failed');
  assert.equal(asked.length, 1);
  assert.equal((await walk(graphAsking('nobody'))).end.step, 'failed');
  assert.equal(asked.length, 1);
  answers = [{status: 200, body: 'nonsense'}];
  assert.equal((await walk(graphAsking('crm', 1))).end.step, 'failed');
});

it('a file that cannot be used is one sentence, without what stands in it', () => {
  const file = path.join(folder, 'bad.json');
  fs.writeFileSync(file, JSON.stringify({crm: {url: 'sesame'}}));
  assert.throws(() => openConnectors(file), /COUNTERSIGN_CONNECTORS: expected .* look at crm\.url\.$/);
});
