import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {flowEventSchema} from '../../../src/protocol/flow.ts';
import type {FlowEvent} from '../../../src/protocol/flow.ts';
import {openFlowWorld, start, submit, upload} from './flow-world.ts';
import type {FlowWorld} from './flow-world.ts';
import {passport, scriptedEngines} from './scripted-engines.ts';

const engines = scriptedEngines();
let flow: FlowWorld;
before(async () => {
  flow = await openFlowWorld(engines);
});
after(() => flow.close());

/** The events of a stream as they come; ends when the server ends it. */
async function* events(token: string): AsyncGenerator<FlowEvent> {
  const response = await flow.call('/events', {token});
  assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
  assert.ok(response.body);
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(piece, {stream: true});
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const type = /^event: (.*)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (type !== undefined && data !== undefined)
        yield flowEventSchema.parse({type, ...(JSON.parse(data) as object)});
    }
  }
}

describe('the event stream', () => {
  it('begins with where the inquiry stands, tells what the engine does, and ends with the last screen', async () => {
    engines.script(passport());
    const {token} = await start(flow);
    await submit(flow, token, 'consent', {action: 'accept'});
    const id = await upload(flow, token);
    const release = engines.hold();
    const seen: string[] = [];
    for await (const event of events(token)) {
      seen.push(event.type === 'progress' ? `words ${event.words.length}` : event.position.screen.kind);
      if (seen.length === 1) {
        await submit(flow, token, 'document', {action: 'submit', evidence: [{side: 'front', id}]});
      } else if (
        event.type === 'progress'
          ? event.words.includes('reading_text')
          : event.position.screen.kind === 'processing' && event.position.screen.words.length === 3
      ) {
        release();
      }
    }
    assert.equal(seen[0], 'document');
    assert.equal(seen.at(-1), 'success');
    assert.ok(seen.includes('processing'), seen.join());
  });

  it('ends when the device is no longer welcome', async () => {
    const {token, position} = await start(flow);
    const seen: string[] = [];
    for await (const event of events(token)) {
      seen.push(event.type);
      await flow.database.db
        .updateTable('inquiry_session')
        .set({status: 'expired'})
        .where('inquiry_id', '=', position.inquiryId)
        .execute();
      flow.ctx.progress.publish(position.inquiryId, {type: 'position'});
    }
    assert.deepEqual(seen, ['position']);
  });

  it('needs a session', async () => {
    assert.equal((await flow.call('/events', {})).status, 401);
  });
});
