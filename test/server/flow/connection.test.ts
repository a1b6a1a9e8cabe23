import assert from 'node:assert/strict';
import http from 'node:http';
import {after, before, describe, it} from 'node:test';
import {Hono} from 'hono';
import {listen} from '../../../src/server/listen.ts';
import type {Listener} from '../../../src/server/listen.ts';
import {flowRoutes} from '../../../src/server/flow/routes.ts';
import {evidenceSlotSchema} from '../../../src/protocol/flow.ts';
import {flowBase, json, openFlowWorld, picture, start, submit} from './flow-world.ts';
import type {FlowWorld} from './flow-world.ts';
import {scriptedEngines} from './scripted-engines.ts';

/** Over a real socket: what breaks off there must break nothing here. */
let flow: FlowWorld;
let listener: Listener;
before(async () => {
  flow = await openFlowWorld(scriptedEngines());
  listener = await listen({host: '127.0.0.1', port: 0});
  listener.setFetch(new Hono().route(flowBase, flowRoutes(flow.ctx)).fetch);
});
after(async () => {
  await listener.close(0);
  await flow.close();
});

const address = (path: string) => `http://127.0.0.1:${listener.port}${flowBase}${path}`;

async function atDocument(): Promise<string> {
  const {token} = await start(flow);
  await submit(flow, token, 'consent', {action: 'accept'});
  return token;
}

describe('a connection', () => {
  it('that breaks in the middle of a part keeps what had come, and the upload goes on from there', async () => {
    const token = await atDocument();
    const authorization = `Bearer ${token}`;
    const about = {
      step: 'document',
      side: 'front',
      capture: 'camera_auto',
      contentType: 'image/jpeg',
      size: picture.length,
    };
    const slot = evidenceSlotSchema.parse(await json(await flow.call('/evidence', {token, json: about})));
    const url = address(`/evidence/${slot.id}`);

    const broken = http.request(url, {
      method: 'PUT',
      headers: {
        authorization,
        'content-length': picture.length,
        'content-range': `bytes 0-${picture.length - 1}/${picture.length}`,
      },
    });
    broken.on('error', () => {});
    // the line ends once these bytes are on it: nothing sent is lost, and nothing more comes
    broken.write(picture.subarray(0, 3000), () => broken.socket?.end());

    let offset = 0;
    while (offset === 0) {
      const head = await fetch(url, {method: 'HEAD', headers: {authorization}});
      offset = Number(head.headers.get('upload-offset'));
    }
    assert.equal(offset, 3000);
    const rest = await fetch(url, {
      method: 'PUT',
      headers: {authorization, 'content-range': `bytes ${offset}-${picture.length - 1}/${picture.length}`},
      body: picture.subarray(offset),
    });
    assert.equal(evidenceSlotSchema.parse(await rest.json()).state, 'ready');
  });

  it('that leaves the event stream takes its listener with it', async () => {
    const token = await atDocument();
    let listening = 0;
    const {subscribe} = flow.ctx.progress;
    flow.ctx.progress.subscribe = (id, listener_) => {
      listening += 1;
      const stop = subscribe(id, listener_);
      return () => {
        listening -= 1;
        stop();
      };
    };
    const leave = new AbortController();
    const response = await fetch(address('/events'), {
      headers: {authorization: `Bearer ${token}`},
      signal: leave.signal,
    });
    const first = await response.body?.getReader().read();
    assert.match(new TextDecoder().decode(first?.value), /^event: position\n/);
    assert.equal(listening, 1);
    leave.abort();
    while (listening > 0) await new Promise((resolve) => setImmediate(resolve));
  });
});
