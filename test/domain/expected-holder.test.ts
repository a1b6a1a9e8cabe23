import assert from 'node:assert/strict';
import {test} from 'node:test';
import {emptyAccountFields, writeAccountFields} from '../../src/domain/account.ts';
import {holderOfAccount, holderOfInquiry} from '../../src/domain/expected-holder.ts';

test('takes what says who somebody is, and leaves out what is empty', () => {
  const fields = {
    'name-first': {type: 'string', value: 'Ann'},
    'name-last': {type: 'string', value: ' '},
    birthdate: {type: 'date', value: '1990-01-02'},
    'email-address': {type: 'string', value: 'ann@example.com'},
  };
  assert.deepEqual(holderOfInquiry(fields), {'name-first': 'Ann', birthdate: '1990-01-02'});
});

test("reads an account's nested name", () => {
  assert.deepEqual(holderOfAccount(emptyAccountFields()), {});
  const written = writeAccountFields(emptyAccountFields(), {name: {first: 'Ann', last: 'Sample'}});
  assert.ok(written.ok);
  assert.deepEqual(holderOfAccount(written.fields), {'name-first': 'Ann', 'name-last': 'Sample'});
});
