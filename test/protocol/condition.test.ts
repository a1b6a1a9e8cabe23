import {test} from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {holds} from '../../src/domain/condition.ts';
import type {Expression} from '../../src/protocol/expression.ts';
import {fieldsIn, isCondition, isTrue, settle, type Condition} from '../../src/protocol/condition.ts';

const keys = ['a', 'b', 'c'];
const value = fc.oneof(fc.constantFrom('x', 'y', ''), fc.integer({min: -2, max: 2}), fc.boolean(), fc.constant(null));
const known = fc.record({a: value, b: value, c: value});
const reading = fc.constantFrom(...keys).map((key) => ({var: `fields.${key}`}));
const {condition} = fc.letrec<{condition: Condition}>((tie) => ({
  condition: fc.oneof(
    {maxDepth: 4},
    fc
      .tuple(fc.constantFrom('==', '!=', '<', '<=', '>', '>='), reading, value)
      .map(([name, a, b]) => ({[name]: [a, b]})),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('condition'), {minLength: 1, maxLength: 3}))
      .map(([name, all]) => ({[name]: all})),
    tie('condition').map((one) => ({'!': [one]})),
  ),
}));

test('a condition is what its schema says: closed, small and of fields alone', () => {
  assert.ok(isCondition({'==': [{var: 'fields.employment'}, 'other']}));
  assert.ok(isCondition({in: [{var: 'fields.country'}, ['DE', 'AT']]}));
  for (const wrong of [
    {eval: ['1']},
    {var: 'inquiry.status'},
    {'==': [1]},
    {'==': [1, 2], in: [1, 2]},
    'x',
    null,
    {},
  ]) {
    assert.equal(isCondition(wrong), false, JSON.stringify(wrong));
  }
});

test('deciding what is known first changes nothing, and leaves the open fields alone', () => {
  fc.assert(
    fc.property(condition, known, fc.subarray(keys), (one, values: Record<string, unknown>, open) => {
      const read = (key: string): unknown => values[key];
      const rest = settle(one, new Set(open), read);
      assert.equal(isTrue(rest, read), isTrue(one, read));
      assert.ok(fieldsIn(rest).every((key) => open.includes(key)));
    }),
  );
});

test('it says what json-logic says of branching, as long as nothing is converted', () => {
  const text = fc.constantFrom('x', 'y', 'z');
  fc.assert(
    fc.property(fc.constantFrom('==', '!=', '<', '<=', '>', '>='), text, text, (operator, a, b) => {
      const one = {[operator]: [{var: 'fields.a'}, b]};
      assert.equal(
        isTrue(one, () => a),
        holds(one as Expression, {fields: {a}}),
        `${a} ${operator} ${b}`,
      );
    }),
  );
});
