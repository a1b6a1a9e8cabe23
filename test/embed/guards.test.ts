/** The loader's hand-written guards say what the schemas of the protocol say. */
import {test} from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {version} from '../../src/embed/channel.ts';
import {isFrameMessage, isHello} from '../../src/embed/guards.ts';
import {frameMessageSchema, helloSchema, protocolVersion} from '../../src/protocol/messages.ts';

const types = ['ready', 'size', 'event', 'complete', 'cancel', 'error', 'close', 'other', 'constructor', '__proto__'];
const keys = [
  'elapsedMs',
  'height',
  'name',
  'data',
  'inquiryId',
  'status',
  'fields',
  'referenceId',
  'sessionToken',
  'code',
  'message',
  'retry',
];
const plain = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined));
const field = fc.oneof(fc.record({type: fc.string(), value: plain}), fc.record({type: plain, value: plain}), plain);
const value = fc.oneof(plain, fc.array(plain), fc.dictionary(fc.string(), plain), fc.dictionary(fc.string(), field));

/** Messages that are nearly right: a known type with known keys, some of them wrong or missing. */
const message = fc
  .tuple(fc.constantFrom(...types), fc.dictionary(fc.constantFrom(...keys), value))
  .map(([type, rest]) => ({...rest, type}));

const complete = fc.record(
  {
    type: fc.constant('complete'),
    inquiryId: fc.string(),
    status: fc.string(),
    fields: fc.dictionary(fc.string(), field),
    referenceId: plain,
  },
  {requiredKeys: ['type', 'inquiryId', 'status', 'fields']},
);

test('a frame’s message is accepted exactly when its schema accepts it', () => {
  fc.assert(
    fc.property(fc.oneof(message, complete, value), (given) => {
      assert.equal(isFrameMessage(given), frameMessageSchema.safeParse(given).success);
    }),
    {numRuns: 3000},
  );
});

test('every message that the schema knows is accepted', () => {
  const samples = [
    {type: 'ready', elapsedMs: 12},
    {type: 'size', height: 640},
    {type: 'event', name: 'step', data: {step: 'consent'}},
    {type: 'complete', inquiryId: 'inq_1', status: 'approved', fields: {'name-first': {type: 'string', value: 'Ada'}}},
    {type: 'complete', inquiryId: 'inq_1', status: 'approved', fields: {}, referenceId: null},
    {type: 'cancel'},
    {type: 'error', code: 'timeout', message: 'x', retry: true},
    {type: 'close'},
  ];
  for (const sample of samples) {
    assert.ok(isFrameMessage(sample), JSON.stringify(sample));
    assert.ok(frameMessageSchema.safeParse(sample).success, JSON.stringify(sample));
  }
  const known = new Set(samples.map(({type}) => type));
  assert.deepEqual(frameMessageSchema.def.options.map(({shape}) => shape.type.def.values[0]).sort(), [...known].sort());
});

test('a hello is accepted exactly when its schema accepts it', () => {
  const hello = fc.record(
    {countersign: fc.oneof(fc.constant('hello'), plain), version: plain, title: plain, close: plain},
    {requiredKeys: []},
  );
  fc.assert(
    fc.property(fc.oneof(hello, value), (given) => {
      assert.equal(isHello(given), helloSchema.safeParse(given).success);
    }),
    {numRuns: 2000},
  );
});

test('loader and protocol are of one version', () => {
  assert.equal(version, protocolVersion);
});
