import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inflect, inflectKeys, toKebab} from '../../../src/protocol/inflection.ts';
import {kebabKeys} from '../../../src/server/api/inflection.ts';

const keys = [
  'reference-id',
  'created-at-ts',
  'address-street-1',
  'auto-create-inquiry-session',
  'id',
  'api-key-inflection',
];

test('every way of writing a key comes back to kebab-case', () => {
  for (const key of keys) {
    for (const inflection of ['kebab', 'camel', 'snake'] as const) {
      assert.equal(toKebab(inflect(key, inflection)), key, `${key} in ${inflection}`);
    }
  }
});

test('answers are written as asked, but the keys of fields stay', () => {
  const answer = {
    data: {type: 'inquiry-session', attributes: {'next-step-name': 'a-b', fields: {'name-first': {type: 'string'}}}},
  };
  assert.deepEqual(inflectKeys(answer, 'camel', false), {
    data: {type: 'inquiry-session', attributes: {nextStepName: 'a-b', fields: {'name-first': {type: 'string'}}}},
  });
  assert.deepEqual(inflectKeys(answer, 'snake', true), {
    data: {type: 'inquiry-session', attributes: {next_step_name: 'a-b', fields: {name_first: {type: 'string'}}}},
  });
});

test('requests are read in any way, but the keys of fields stay', () => {
  assert.deepEqual(
    kebabKeys({data: {attributes: {inquiryTemplateId: 'x', redirect_uri: 'y', fields: {nameFirst: 1}}}}),
    {
      data: {attributes: {'inquiry-template-id': 'x', 'redirect-uri': 'y', fields: {nameFirst: 1}}},
    },
  );
});

test('one key in two ways is refused rather than half ignored', () => {
  assert.throws(() => kebabKeys({data: {'reference-id': 'a', referenceId: 'b'}}), {code: 'invalid_attribute'});
});

test('a key named __proto__ stays a plain key', () => {
  const read = kebabKeys(JSON.parse('{"__proto__": {"polluted": true}}')) as object;
  assert.equal(Object.getPrototypeOf(read), Object.prototype);
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
});
