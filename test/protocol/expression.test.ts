import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {expressionSchema, troubleWith, variablesOf} from '../../src/protocol/expression.ts';

const trouble = (value: unknown) => {
  const found = troubleWith(value);
  return found && `/${found.path.join('/')}: ${found.message}`;
};

test('takes json-logic of the listed operators', () => {
  assert.equal(trouble({and: [{'==': [{var: 'country'}, 'DE']}, {in: [{var: 'fields.plan'}, ['a', 'b']]}]}), undefined);
  assert.equal(trouble({'!': {var: 'account'}}), undefined);
  assert.equal(trouble('a text alone'), undefined);
});

test('says where something else stands', () => {
  assert.match(trouble({and: [true, {reduce: [1, 2, 3]}]}) ?? '', /^\/and\/1: no operator reduce; there are var, ==/);
  assert.equal(trouble({'==': [1]}), '/==: expected 2 operands');
  assert.equal(trouble({'!': [true, false]}), '/!: expected 1 operand');
  assert.equal(trouble({var: ['fields.x', 1]}), '/var: expected the path of a fact');
  assert.equal(trouble({var: 'a', and: []}), '/: expected one operator, as in {"var": "fields.x"}');
  assert.match(trouble({constructor: ['x']}) ?? '', /no operator constructor/);
  assert.match(trouble(JSON.parse('{"__proto__": ["x"]}')) ?? '', /no operator __proto__/);
  assert.match(trouble('x'.repeat(501)) ?? '', /longer than 500/);
});

test('is bounded in depth', () => {
  let deep: unknown = true;
  for (let i = 0; i < 20; i++) deep = {'!': [deep]};
  assert.match(trouble(deep) ?? '', /nested deeper than 12 levels/);
});

test('lists the facts that are asked for, with their place', () => {
  assert.deepEqual(variablesOf({or: [{var: 'age'}, {'!': {var: 'fields.x'}}]}), [
    {name: 'age', path: ['or', 0, 'var']},
    {name: 'fields.x', path: ['or', 1, '!', 'var']},
  ]);
});

test('never throws, whatever JSON comes', () => {
  fc.assert(fc.property(fc.jsonValue({maxDepth: 6}), (value) => void expressionSchema.safeParse(value)));
});
