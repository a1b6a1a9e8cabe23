import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {openCompatibleChannel} from '../../src/flow/compatible-channel.ts';
import type {CompatibleMessage} from '../../src/protocol/compatible.ts';
import type {HostMessage} from '../../src/protocol/messages.ts';

const hostOrigin = 'https://shop.example.com';
const echo = {containerId: 'c-1', templateId: 'itmpl_1'};

function world() {
  const listeners: Record<string, ((event: unknown) => void) | undefined> = {};
  const posted: {message: CompatibleMessage; target: unknown}[] = [];
  const heard: (HostMessage | 'open' | 'destroy')[] = [];
  const parent = {postMessage: (message: CompatibleMessage, target: unknown) => void posted.push({message, target})};
  const timers: {work: () => void; ms: number; off: boolean}[] = [];
  let height = 640;
  const channel = openCompatibleChannel({
    echo,
    hostOrigin,
    onMessage: (message) => heard.push(message),
    onOpen: () => heard.push('open'),
    onDestroy: () => heard.push('destroy'),
    painted: () => Promise.resolve(),
    height: () => height,
    self: {
      addEventListener: (type: string, listener: unknown) => (listeners[type] = listener as never),
      removeEventListener: (type: string) => delete listeners[type],
    } as never,
    parent: parent as never,
    after(work, ms) {
      const timer = {work, ms, off: false};
      timers.push(timer);
      return () => (timer.off = true);
    },
  });
  const say = (event: {source?: unknown; origin?: string; data: unknown}): void =>
    listeners['message']?.({source: parent, origin: hostOrigin, ...event});
  return {
    channel,
    posted,
    heard,
    say,
    names: () => posted.map(({message}) => message.name),
    show: (now: number) => ((height = now), listeners['resize']?.({})),
    ring: () => timers.filter(({off}) => !off).map(({work, ms}) => (work(), ms)),
    listening: () => Boolean(listeners['message']),
  };
}

test('every message goes to exactly the host’s origin and repeats what the SDK compares', () => {
  const {posted, channel} = world();
  channel.send({type: 'ready', elapsedMs: 1});
  assert.deepEqual(
    posted.map(({message, target}) => [message.containerId, message.templateId, message.name, target]),
    [
      ['c-1', 'itmpl_1', 'load', hostOrigin],
      ['c-1', 'itmpl_1', 'ready', hostOrigin],
    ],
  );
});

test('open, exit and destroy are heard from the parent on the host’s origin', () => {
  const {say, heard} = world();
  say({data: {action: 'open', metadata: {}}});
  say({data: {action: 'exit', metadata: {force: false}}});
  say({data: {action: 'exit', metadata: {force: true}}});
  say({data: {action: 'destroy', metadata: {}}});
  assert.deepEqual(heard, ['open', {type: 'close', force: false}, {type: 'close', force: true}, 'destroy']);
});

test('forged, foreign and malformed messages change nothing', () => {
  const {say, heard, posted} = world();
  const good = {action: 'exit', metadata: {force: true}};
  say({source: {}, data: good});
  say({origin: 'https://shop.example.com.evil.example', data: good});
  say({origin: 'https://example.com', data: good});
  say({origin: 'http://shop.example.com', data: good});
  say({origin: 'null', data: good});
  fc.assert(
    fc.property(fc.anything(), (data) => {
      const action = typeof data === 'object' && data !== null ? (data as {action?: unknown}).action : undefined;
      fc.pre(action !== 'open' && action !== 'exit' && action !== 'destroy');
      say({data});
    }),
  );
  for (const data of [{action: 'exit', metadata: 1}, {action: 'exit', metadata: null}, {action: 'OPEN'}, 'open'])
    say({data});
  assert.deepEqual(heard, []);
  assert.equal(posted.length, 1);
});

test('force is true only when it is true', () => {
  const {say, heard} = world();
  for (const force of ['true', 1, {}, undefined]) say({data: {action: 'exit', metadata: {force}}});
  assert.deepEqual(new Set(heard.map((one) => JSON.stringify(one))), new Set(['{"type":"close","force":false}']));
});

test('a page-change waits until the frame is in sight, so that it has a height', async () => {
  const {channel, show, posted, names} = world();
  channel.send({type: 'ready', elapsedMs: 1});
  show(0);
  channel.send({type: 'event', name: 'step', data: {step: 'consent'}});
  await Promise.resolve();
  assert.deepEqual(names(), ['load', 'ready']);
  show(700);
  assert.deepEqual(posted.at(-1)?.message.metadata, {
    name: 'consent',
    path: '/inquiry/consent',
    pathname: '/inquiry/consent',
    pageHeight: 700,
    metadata: {pageHeight: 700},
  });
});

test('the SDK hears of the end when the last screen is left, and else after a while', () => {
  const end = (status: string) => ({type: 'complete', inquiryId: 'inq_1', status, fields: {}}) as const;
  const left = world();
  left.channel.send({type: 'ready', elapsedMs: 1});
  left.channel.send(end('approved'));
  left.say({data: {action: 'exit', metadata: {force: false}}});
  assert.deepEqual(left.names(), ['load', 'ready', 'success', 'complete']);
  assert.deepEqual(left.heard, [], 'nothing is left to leave');

  const stayed = world();
  stayed.channel.send({type: 'ready', elapsedMs: 1});
  stayed.channel.send(end('failed'));
  assert.deepEqual(stayed.names(), ['load', 'ready']);
  assert.deepEqual(stayed.ring(), [20_000]);
  assert.deepEqual(stayed.names(), ['load', 'ready', 'fail']);
});

test('stops listening and waiting when closed', () => {
  const {channel, listening, ring} = world();
  channel.send({type: 'complete', inquiryId: 'inq_1', status: 'approved', fields: {}});
  channel.close();
  assert.equal(listening(), false);
  assert.deepEqual(ring(), []);
});
