import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Connection} from '../../src/flow/connection.ts';
import {FlowSession} from '../../src/flow/session.ts';
import {uploadEvidence} from '../../src/flow/upload.ts';
import {positions} from './positions.ts';
import {refuse, scripted} from './scripted-fetch.ts';

function world(partBytes: number) {
  const server = scripted(positions.capturePassport, partBytes);
  const session = new FlowSession(
    {position: () => {}, progress: () => {}, trouble: () => {}, connection: () => {}, ending: () => {}},
    {
      fetch: server.fetch,
      connection: new Connection({onLine: () => true, listen: () => {}}),
      wait: () => Promise.resolve(),
      tries: 2,
    },
  );
  const shares: number[] = [];
  const send = (blob: Blob, signal = new AbortController().signal) =>
    uploadEvidence({
      session,
      blob,
      about: {step: 'document', side: 'front', capture: 'camera_auto'},
      onProgress: (share) => shares.push(share),
      signal,
    });
  return {server, send, shares};
}

const jpeg = (bytes: number) => new Blob([new Uint8Array(bytes)], {type: 'image/jpeg'});
const ranges = (asked: {method: string; headers: Headers}[]) =>
  asked.filter(({method}) => method === 'PUT').map(({headers}) => headers.get('Content-Range'));

test('sends a picture in parts that follow each other, and tells how far it is', async () => {
  const {server, send, shares} = world(1000);
  assert.equal(await send(jpeg(2500)), 'evi_1');
  assert.deepEqual(ranges(server.asked), ['bytes 0-999/2500', 'bytes 1000-1999/2500', 'bytes 2000-2499/2500']);
  assert.deepEqual(shares, [0, 0.4, 0.8, 1]);
  assert.equal(server.arrived.get('evi_1'), 2500);
  assert.deepEqual(server.asked[0]?.body, {
    step: 'document',
    side: 'front',
    capture: 'camera_auto',
    contentType: 'image/jpeg',
    size: 2500,
  });
});

test('goes on from where a broken line stopped', async () => {
  const {server, send} = world(1000);
  // the part arrives, its answers are lost
  const swallowed = () => {
    server.arrived.set('evi_1', 1000);
    throw new TypeError('fetch failed');
  };
  server.next.push({path: /^PUT/, answer: swallowed}, {path: /^PUT/, answer: swallowed});
  await send(jpeg(1500));
  assert.equal(ranges(server.asked).at(-1), 'bytes 1000-1499/1500');
  assert.ok(server.asked.some(({method}) => method === 'HEAD'));
  assert.equal(server.arrived.get('evi_1'), 1500);
});

test('corrects itself when the server stands elsewhere', async () => {
  const {server, send} = world(1000);
  server.next.push({
    path: /^PUT/,
    answer: () => {
      server.arrived.set('evi_1', 700);
      return refuse(416, 'range_mismatch');
    },
  });
  await send(jpeg(1200));
  assert.deepEqual(ranges(server.asked), ['bytes 0-999/1200', 'bytes 700-1199/1200']);
});

test('gives up when nothing arrives any more', async () => {
  const {server, send} = world(1000);
  for (let i = 0; i < 20; i++) server.next.push({path: /^PUT/, answer: () => refuse(503, 'unavailable')});
  await assert.rejects(send(jpeg(500)), {code: 'unavailable'});
});

test('does not insist on a file the server refuses', async () => {
  const {server, send} = world(1000);
  server.next.push({path: /^PUT/, answer: () => refuse(415, 'unsupported_media_type')});
  await assert.rejects(send(jpeg(500)), {code: 'unsupported_media_type'});
  assert.equal(ranges(server.asked).length, 1);
});

test('stops when it is called off', async () => {
  const {server, send} = world(1000);
  const away = new AbortController();
  server.next.push({
    path: /^PUT/,
    answer: () => {
      away.abort();
      throw new DOMException('Aborted', 'AbortError');
    },
  });
  await assert.rejects(send(jpeg(5000), away.signal), {code: 'aborted'});
});
