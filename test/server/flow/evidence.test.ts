import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {evidenceSlotSchema, flowErrorSchema} from '../../../src/protocol/flow.ts';
import type {EvidenceSlot} from '../../../src/protocol/flow.ts';
import {documentGraph} from '../../domain/flow-graph.ts';
import {json, openFlowWorld, picture, start, submit} from './flow-world.ts';
import type {CallInit, FlowWorld} from './flow-world.ts';
import {passport, scriptedEngines} from './scripted-engines.ts';

const engines = scriptedEngines();
let flow: FlowWorld;
let token: string;
before(async () => {
  flow = await openFlowWorld(engines);
  token = await atDocument();
});
after(() => flow.close());

async function atDocument(templateId = flow.templateId): Promise<string> {
  const session = await start(flow, {templateId});
  await submit(flow, session.token, 'consent', {action: 'accept'});
  return session.token;
}

const about = {
  step: 'document',
  side: 'front',
  capture: 'camera_auto',
  contentType: 'image/jpeg',
  size: picture.length,
};

async function open(changes: object = {}): Promise<EvidenceSlot> {
  return evidenceSlotSchema.parse(await json(await flow.call('/evidence', {token, json: {...about, ...changes}})));
}

function part(first: number, end: number, whole = picture): CallInit {
  return {
    method: 'PUT',
    token,
    bytes: whole.subarray(first, end),
    headers: {'content-range': `bytes ${first}-${end - 1}/${whole.length}`},
  };
}

/** The least JPEG, and a program behind it. */
const polyglot = Buffer.from('\xff\xd8\xff\xda\0\x02\0\xff\xd9\x7fELF', 'latin1');

async function refusal(path: string, init: CallInit): Promise<[number, string]> {
  const response = await flow.call(path, init);
  return [response.status, flowErrorSchema.parse(await response.json()).error.code];
}

async function stored(id: string): Promise<{bytes: Buffer; contentType: string}> {
  const {db} = flow.database;
  const evidence = await db.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const file = await db.selectFrom('file').selectAll().where('id', '=', evidence.file_id).executeTakeFirstOrThrow();
  const bytes = await flow.files.readAll(db, {envId: flow.envId, id: evidence.file_id});
  return {bytes, contentType: file.content_type};
}

describe('a picture', () => {
  it('arrives in parts, goes on where the line broke, and is sealed whole', async () => {
    const slot = await open();
    const path = `/evidence/${slot.id}`;
    const first = evidenceSlotSchema.parse(await json(await flow.call(path, part(0, 2000))));
    assert.deepEqual([first.offset, first.state], [2000, 'pending']);
    assert.deepEqual(await refusal(path, part(3000, 4000)), [416, 'range_mismatch']);

    const head = await flow.call(path, {method: 'HEAD', token});
    assert.deepEqual([head.headers.get('upload-offset'), head.headers.get('upload-complete')], ['2000', '?0']);
    const last = evidenceSlotSchema.parse(await json(await flow.call(path, part(2000, picture.length))));
    assert.equal(last.state, 'ready');
    assert.equal((await flow.call(path, {method: 'HEAD', token})).headers.get('upload-complete'), '?1');
    assert.deepEqual((await stored(slot.id)).bytes, picture);
    const again = evidenceSlotSchema.parse(await json(await flow.call(path, part(2000, picture.length))));
    assert.deepEqual([again.state, again.offset], ['ready', picture.length]);
  });

  it('is what its content says, not what its sender says', async () => {
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100)]);
    const slot = await open({size: png.length, contentType: 'image/jpeg'});
    await json(await flow.call(`/evidence/${slot.id}`, {method: 'PUT', token, bytes: png}));
    assert.equal((await stored(slot.id)).contentType, 'image/png');

    const script = Buffer.from('<script>alert(1)</script>');
    const lie = await open({size: script.length, contentType: 'image/png'});
    assert.deepEqual(await refusal(`/evidence/${lie.id}`, {method: 'PUT', token, bytes: script}), [
      415,
      'unsupported_media_type',
    ]);
    const head = await flow.call(`/evidence/${lie.id}`, {method: 'HEAD', token});
    assert.equal(head.headers.get('upload-offset'), '0');
  });

  it('that is refused says why, and what the person can do', async () => {
    const cases = [
      {
        bytes: Buffer.from('<!doctype html><html>'),
        contentType: 'image/jpeg',
        expected: ['file_html', 'file_unsupported'],
      },
      {bytes: picture, contentType: 'application/pdf', expected: ['file_wrong_extension', 'file_unusual']},
      {bytes: polyglot, contentType: 'image/jpeg', expected: ['file_polyglot', 'file_unusual']},
    ];
    for (const {bytes, contentType, expected} of cases) {
      const slot = await open({size: bytes.length, contentType});
      const response = await flow.call(`/evidence/${slot.id}`, {method: 'PUT', token, bytes});
      const {error} = flowErrorSchema.parse(await response.json());
      const reason = response.headers.get('error-reason');
      assert.deepEqual([response.status, reason, error.problem], [415, ...expected]);
    }
  });

  it('keeps to the size it was opened for', async () => {
    const slot = await open({size: 100});
    const path = `/evidence/${slot.id}`;
    assert.deepEqual(await refusal(path, {method: 'PUT', token, bytes: picture}), [413, 'payload_too_large']);
    assert.deepEqual(await refusal(path, part(0, 50)), [416, 'range_mismatch']);
    assert.deepEqual(await refusal('/evidence', {token, json: {...about, size: 21 * 1024 * 1024}}), [
      400,
      'invalid_attribute',
    ]);
    const long = {...part(0, 50), headers: {'content-range': 'bytes 0-9/100'}};
    assert.deepEqual(await refusal(path, long), [416, 'range_mismatch']);
    const nonsense = {...part(0, 50), headers: {'content-range': 'bytes 9-0/100'}};
    assert.deepEqual(await refusal(path, nonsense), [400, 'invalid_header']);
  });

  it('is nothing to another inquiry', async () => {
    const slot = await open();
    const other = await atDocument();
    assert.deepEqual(await refusal(`/evidence/${slot.id}`, {...part(0, 10), token: other}), [404, 'not_found']);
    const steal = {action: 'submit', evidence: [{side: 'front', id: slot.id}]};
    assert.deepEqual(await refusal('/steps/document', {token: other, json: steal}), [404, 'not_found']);
  });

  it('is refused from a file where the step wants the camera, and in another step', async () => {
    const graph = documentGraph();
    const camera = {
      kind: 'document' as const,
      next: 'success',
      failed: 'failed',
      attempts: 3,
      upload: false,
      config: {},
    };
    const templateId = await flow.addTemplate({...graph, steps: {...graph.steps, document: camera}});
    const strict = await atDocument(templateId);
    assert.deepEqual(await refusal('/evidence', {token: strict, json: {...about, capture: 'upload'}}), [
      400,
      'invalid_attribute',
    ]);
    const {token: early} = await start(flow);
    assert.deepEqual(await refusal('/evidence', {token: early, json: about}), [409, 'stale_version']);
  });

  it('whose finish was interrupted is finished when it is submitted', async () => {
    engines.script(passport());
    const own = await atDocument();
    const slot = evidenceSlotSchema.parse(await json(await flow.call('/evidence', {token: own, json: about})));
    const everything = async function* () {
      yield picture;
    };
    await flow.parts.append({envId: flow.envId, id: slot.id}, 0, everything(), {maxBytes: picture.length});
    await submit(flow, own, 'document', {action: 'submit', evidence: [{side: 'front', id: slot.id}]});
    await flow.until(own, ({status}) => status === 'approved');
    assert.deepEqual((await stored(slot.id)).bytes, picture);
  });

  it('makes one opened slot of a request that is sent twice', async () => {
    const headers = {'idempotency-key': 'feedbeef00feedbeef00'};
    const first = await json(await flow.call('/evidence', {token, json: about, headers}));
    const second = await json(await flow.call('/evidence', {token, json: about, headers}));
    assert.deepEqual(second, first);
  });
});
