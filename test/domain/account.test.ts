import assert from 'node:assert/strict';
import {test} from 'node:test';
import {emptyAccountFields, writeAccountFields} from '../../src/domain/account.ts';

test('flat and nested values come to the same place', () => {
  const flat = writeAccountFields(emptyAccountFields(), {
    'name-first': 'Anna',
    'address-street-1': '1 Main St',
    'phone-number': '+49 30 1',
    birthdate: '1974-08-12',
  });
  const nested = writeAccountFields(emptyAccountFields(), {
    name: {first: 'Anna'},
    address: {street_1: '1 Main St'},
    phone_number: '+49 30 1',
    birthdate: '1974-08-12',
  });
  assert.ok(flat.ok && nested.ok);
  assert.deepEqual(flat.fields, nested.fields);
  assert.deepEqual(flat.fields['name'], {
    type: 'hash',
    value: {
      first: {type: 'string', value: 'Anna'},
      middle: {type: 'string', value: null},
      last: {type: 'string', value: null},
    },
  });
});

test('what was kept stays unless it is written', () => {
  const first = writeAccountFields(emptyAccountFields(), {'name-first': 'Anna', 'name-last': 'Berg'});
  assert.ok(first.ok);
  const second = writeAccountFields(first.fields, {name: {last: 'Thal'}});
  assert.ok(second.ok);
  const flat = writeAccountFields(emptyAccountFields(), {'name-first': 'Anna', 'name-last': 'Thal'});
  assert.ok(flat.ok);
  assert.deepEqual(second.fields, flat.fields);
});

test('a misfit is told where it stood', () => {
  const result = writeAccountFields(emptyAccountFields(), {
    name: {first: 7, title: 'x'},
    birthdate: '2023-02-30',
    nope: 1,
  });
  assert.ok(!result.ok);
  assert.deepEqual(result.problems.map(({pointer}) => pointer).sort(), [
    '/birthdate',
    '/name/first',
    '/name/title',
    '/nope',
  ]);
});
