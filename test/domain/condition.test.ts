import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {evaluate, factAt, holds} from '../../src/domain/condition.ts';
import {operators} from '../../src/protocol/expression.ts';
import type {Expression} from '../../src/protocol/expression.ts';

const facts = {
  fields: {'address-country-code': 'DE', birthdate: '2007-05-01', plan: '', langs: ['de', 'en']},
  checks: {document: {id_mrz_detection: 'passed'}},
  account: null,
  age: 19,
};

test('compares fields, checks and lists', () => {
  assert.equal(holds({'==': [{var: 'fields.address-country-code'}, 'DE']}, facts), true);
  assert.equal(holds({'!=': [{var: 'checks.document.id_mrz_detection'}, 'passed']}, facts), false);
  assert.equal(holds({in: [{var: 'fields.address-country-code'}, ['FR', 'DE']]}, facts), true);
  assert.equal(holds({in: ['de', {var: 'fields.langs'}]}, facts), true);
  assert.equal(holds({'<': [{var: 'fields.birthdate'}, '2008-01-01']}, facts), true);
  assert.equal(holds({'<=': [18, {var: 'age'}, 64]}, facts), true);
  assert.equal(evaluate({cat: ['to ', {var: 'fields.address-country-code'}]}, facts), 'to DE');
  assert.equal(evaluate({if: [{var: 'account'}, 'known', 'new']}, facts), 'new');
});

test('what is not known does not hold, and is neither less nor more than anything', () => {
  assert.equal(holds({var: 'fields.nobody'}, facts), false);
  assert.equal(holds({'>': [{var: 'fields.nobody'}, 0]}, facts), false);
  assert.equal(holds({'<': [{var: 'fields.nobody'}, '2008-01-01']}, facts), false);
  assert.equal(holds({'<': [{var: 'fields.nobody'}, 18]}, facts), false);
  assert.equal(holds({'==': [{var: 'fields.plan'}, 0]}, facts), false);
  assert.equal(holds({var: 'fields.plan'}, facts), false);
});

test('what cannot be compared does not hold, either way round', () => {
  assert.equal(holds({'>': [{var: 'fields.address-country-code'}, 18]}, facts), false);
  assert.equal(holds({'<=': [{var: 'fields.address-country-code'}, 18]}, facts), false);
});

test('reaches own values only: no prototype, no parts of a text', () => {
  for (const path of [
    'constructor',
    'constructor.name',
    '__proto__',
    'fields.__proto__',
    'fields.langs.length.constructor',
  ])
    assert.equal(factAt(facts, path), null, path);
  assert.equal(evaluate({var: 'fields.plan.length'}, facts), null);
});

test('knows no operator beyond the list', () => {
  for (const name of ['map', 'reduce', 'throw', 'get', 'preserve', 'val', 'keys', 'pipe', 'substr'])
    assert.equal(evaluate({[name]: [[1], {var: ''}]}, facts), null, name);
});

const leaf = fc.oneof(
  fc.constantFrom<Expression>(null, true, false, 0, 1, -1, '', 'DE', 'passed'),
  fc
    .constantFrom('fields.birthdate', 'account', 'age', 'fields', '__proto__', 'a.b.c', '')
    .map((path) => ({var: path})),
);
const {tree} = fc.letrec<{tree: Expression; operation: Expression}>((tie) => ({
  tree: fc.oneof({maxDepth: 5}, leaf, tie('operation'), fc.array(tie('tree'), {maxLength: 3})),
  operation: fc
    .tuple(fc.constantFrom(...Object.keys(operators)), fc.array(tie('tree'), {maxLength: 4}))
    .map(([name, operands]) => ({[name]: operands})),
}));

test('is total and always says the same of the same facts, whatever the expression', () => {
  fc.assert(
    fc.property(tree, (expression) => {
      const before = JSON.stringify(facts);
      const said = holds(expression, facts);
      assert.equal(typeof said, 'boolean');
      assert.equal(holds(expression, facts), said);
      assert.equal(JSON.stringify(facts), before);
    }),
  );
});
