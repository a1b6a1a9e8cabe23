import assert from 'node:assert/strict';
import {test} from 'node:test';
import {typedFields} from '../../../src/server/pages/query-fields.ts';

const schemas = {
  age: {type: 'integer'},
  height: {type: 'number'},
  consents: {type: 'boolean'},
  tags: {type: 'multi_choices', choices: ['a', 'b']},
  'name-first': {type: 'string'},
} as const;

const typed = (given: Record<string, string | string[]>) =>
  typedFields({...schemas, tags: {type: 'multi_choices', choices: ['a', 'b']}}, given);

test('text becomes what the template’s schema says', () => {
  assert.deepEqual(typed({age: '42', height: '1.7', consents: 'true', tags: ['a', 'b'], 'name-first': '7'}), {
    age: 42,
    height: 1.7,
    consents: true,
    tags: ['a', 'b'],
    'name-first': '7',
  });
  assert.deepEqual(typed({tags: 'a', consents: 'false'}), {tags: ['a'], consents: false});
});

test('what does not fit or is not known stays, so that the refusal names it', () => {
  const given = {age: 'old', height: ' ', consents: 'yes', shoe: '42', __proto__x: 'x', constructor: 'y'};
  assert.deepEqual(typed(given), given);
});
