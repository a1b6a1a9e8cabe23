import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import * as z from 'zod/mini';
import {hostMessageSchema, initSchema, protocolVersion} from '../../src/protocol/messages.ts';
import {isHostMessage, isInit, version} from '../../src/flow/host-messages.ts';

const theme = fc.record(
  {
    scheme: fc.oneof(fc.constantFrom('light', 'dark', 'auto', 'sepia'), fc.integer()),
    properties: fc.oneof(
      fc.dictionary(
        fc.constantFrom('--cs-accent', '--cs-ground-page', '--other', 'color'),
        fc.oneof(fc.string(), fc.nat()),
      ),
      fc.constant({'--cs-accent': 'x'.repeat(201)}),
      fc.constant([]),
    ),
  },
  {requiredKeys: [], noNullPrototype: true},
);
const init = fc.record(
  {
    countersign: fc.constantFrom('init', 'hello'),
    version: fc.oneof(fc.integer(), fc.constant(Number.NaN), fc.string()),
    mode: fc.constantFrom('modal', 'inline', 'full'),
    sessionToken: fc.oneof(fc.string(), fc.constant(undefined), fc.constant(null)),
    language: fc.oneof(fc.string(), fc.nat()),
    theme: fc.oneof(theme, fc.constant('dark')),
    fields: fc.oneof(
      fc.dictionary(fc.string(), fc.anything(), {noNullPrototype: true}),
      fc.constant([]),
      fc.constant(null),
    ),
  },
  {requiredKeys: [], noNullPrototype: true},
);
const message = fc.record(
  {
    type: fc.constantFrom('theme', 'close', 'open'),
    theme: fc.oneof(theme, fc.anything()),
    force: fc.oneof(fc.boolean(), fc.anything()),
  },
  {requiredKeys: [], noNullPrototype: true},
);

test('takes as init exactly what the schema takes', () => {
  fc.assert(
    fc.property(fc.oneof(init, fc.anything()), (value) => {
      assert.equal(isInit(value), z.safeParse(initSchema, value).success);
    }),
    {numRuns: 2000},
  );
});

test('takes as a message exactly what the schema takes', () => {
  fc.assert(
    fc.property(fc.oneof(message, fc.anything()), (value) => {
      assert.equal(isHostMessage(value), z.safeParse(hostMessageSchema, value).success);
    }),
    {numRuns: 2000},
  );
});

test('names the version of the protocol', () => {
  assert.equal(version, protocolVersion);
});
