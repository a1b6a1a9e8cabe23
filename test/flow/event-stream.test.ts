import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {EventStreamParser, readEvents, type ServerEvent} from '../../src/flow/event-stream.ts';

test('reads events, comments and data over several lines', () => {
  const parser = new EventStreamParser();
  const events = parser.push(': hello\n\nevent: position\ndata: {"a":\ndata: 1}\n\ndata:plain\nid: 3\n\n');
  assert.deepEqual(events, [
    {type: 'position', data: '{"a":\n1}'},
    {type: 'message', data: 'plain'},
  ]);
});

test('says nothing before an event is whole', () => {
  const parser = new EventStreamParser();
  assert.deepEqual(parser.push('data: half'), []);
  assert.deepEqual(parser.push('\n'), []);
  assert.deepEqual(parser.push('\n'), [{type: 'message', data: 'half'}]);
});

test('reads the same however the stream is cut, with any line ends', () => {
  const line = fc.stringMatching(/^[a-z{}" ]{0,12}$/);
  fc.assert(
    fc.property(
      fc.array(fc.record({type: fc.stringMatching(/^[a-z]{1,6}$/), data: line}, {noNullPrototype: true}), {
        maxLength: 5,
      }),
      fc.constantFrom('\n', '\r\n'),
      fc.array(fc.nat(40), {maxLength: 8}),
      (events, end, cuts) => {
        const text = events.map(({type, data}) => `event: ${type}${end}data: ${data}${end}${end}`).join('');
        const parser = new EventStreamParser();
        const read: ServerEvent[] = [];
        let rest = text;
        for (const cut of cuts) {
          read.push(...parser.push(rest.slice(0, cut)));
          rest = rest.slice(cut);
        }
        read.push(...parser.push(rest));
        assert.deepEqual(read, events);
      },
    ),
  );
});

test('keeps letters whole that are cut in the middle of their bytes', async () => {
  const bytes = new TextEncoder().encode('data: تمّ\n\n');
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    },
  });
  const read: ServerEvent[] = [];
  for await (const event of readEvents(body)) read.push(event);
  assert.deepEqual(read, [{type: 'message', data: 'تمّ'}]);
});

test('gives up a stream that is silent for longer than agreed', async () => {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('data: once\n\n')),
    cancel: () => void (cancelled = true),
  });
  const read: ServerEvent[] = [];
  for await (const event of readEvents(body, 20)) read.push(event);
  assert.deepEqual(read, [{type: 'message', data: 'once'}]);
  assert.equal(cancelled, true);
});
