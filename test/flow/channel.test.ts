import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {openChannel, speaks} from '../../src/flow/channel.ts';
import type {HostMessage, Init} from '../../src/protocol/messages.ts';

const hostOrigin = 'https://shop.example.com';
const goodInit = {countersign: 'init', version: 1, mode: 'modal', sessionToken: 'token'};

interface Incoming {
  source: unknown;
  origin: string;
  data: unknown;
  ports: MessagePort[];
}

function world() {
  let listener: ((event: Incoming) => void) | undefined;
  const hellos: {message: unknown; origin: unknown}[] = [];
  const inits: Init[] = [];
  const messages: HostMessage[] = [];
  let arrive: () => void = () => {};
  const parent = {postMessage: (message: unknown, origin: unknown) => void hellos.push({message, origin})};
  const self = {
    addEventListener: (_: string, given: unknown) => (listener = given as typeof listener),
    removeEventListener: () => (listener = undefined),
  };
  const channel = openChannel({
    hostOrigin,
    onInit: (init) => inits.push(init),
    onMessage: (message) => {
      messages.push(message);
      arrive();
    },
    self: self as never,
    parent: parent as never,
  });
  const greet = (event: Partial<Incoming>) => {
    const {port1, port2} = new MessageChannel();
    listener?.({source: parent, origin: hostOrigin, data: goodInit, ports: [port2], ...event});
    return port1;
  };
  const arrived = () => new Promise<void>((resolve) => (messages.length ? resolve() : (arrive = resolve)));
  return {arrived, channel, hellos, inits, messages, greet, listening: () => listener !== undefined};
}

const received = (port: MessagePort) => new Promise<unknown>((resolve) => (port.onmessage = ({data}) => resolve(data)));

test('addresses its hello, with its words, to the exact host origin', () => {
  const {hellos} = world();
  assert.deepEqual(hellos, [{message: {countersign: 'hello', version: 1}, origin: hostOrigin}]);
});

test('refuses an init from another window, origin or without a port, and of another shape', () => {
  const {inits, greet} = world();
  const ports = [
    greet({source: {}}),
    greet({origin: 'https://shop.example.com.evil.example'}),
    greet({ports: []}),
    greet({data: {...goodInit, mode: 'fullscreen'}}),
    greet({data: 'init'}),
  ];
  for (const port of ports) port.close();
  assert.deepEqual(inits, []);
});

test('speaks over the port only, both ways, and drops what it does not know', async () => {
  const {arrived, channel, inits, messages, greet} = world();
  const port = greet({});
  assert.deepEqual(inits, [goodInit]);
  const answer = received(port);
  channel.send({type: 'close'});
  assert.deepEqual(await answer, {type: 'close'});
  port.postMessage({type: 'eval', code: '1'});
  port.postMessage({type: 'close', force: true});
  await arrived();
  assert.deepEqual(messages, [{type: 'close', force: true}]);
  channel.close();
  port.close();
});

test('a second init replaces the port', async () => {
  const {channel, inits, greet} = world();
  const first = greet({});
  const second = greet({});
  assert.equal(inits.length, 2);
  const answer = received(second);
  channel.send({type: 'close'});
  assert.deepEqual(await answer, {type: 'close'});
  channel.close();
  first.close();
  second.close();
});

test('random, forged and replayed events are no init', () => {
  const event = fc.record({
    fromParent: fc.boolean(),
    origin: fc.constantFrom(hostOrigin, `${hostOrigin}.evil.example`, 'https://evil.example', 'null', ''),
    // a replay is word for word what was said, without the port, which went away with the first
    data: fc.oneof(fc.constant(goodInit), fc.anything()),
    withPort: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(event, {maxLength: 6}), (events) => {
      const {channel, inits, greet} = world();
      for (const {fromParent, origin, data, withPort} of events) {
        const port = greet({...(!fromParent && {source: {}}), origin, data, ...(!withPort && {ports: []})});
        port.close();
      }
      const right = events.filter(
        ({fromParent, origin, data, withPort}) => fromParent && withPort && origin === hostOrigin && data === goodInit,
      );
      assert.equal(inits.length, right.length);
      channel.close();
    }),
    {numRuns: 300},
  );
});

test('stops listening when closed', () => {
  const {channel, listening} = world();
  channel.close();
  assert.equal(listening(), false);
});

test('understands the current and the previous version', () => {
  assert.deepEqual([2, 1, 0, -1].map(speaks), [false, true, true, false]);
});
