import assert from 'node:assert/strict';
import {test} from 'node:test';
import {renderAnswer} from '../../../src/server/api/answer.ts';
import type {Wishes} from '../../../src/server/api/answer.ts';
import {versionAt} from '../../../src/protocol/api-version.ts';

const plain: Wishes = {version: '2025-12-08', inflection: 'kebab', sparse: new Map(), blocklist: []};
const inquiry = {
  type: 'inquiry',
  id: 'inq_1',
  attributes: {
    status: 'approved',
    note: 'x',
    fields: {'name-first': {type: 'string', value: 'ANNA'}, 'name-last': {type: 'string', value: 'ERIKSSON'}},
  },
  relationships: {account: {data: null}},
};

test('sparse fieldsets keep the named attributes, also inside fields and in any inflection', () => {
  const sparse = new Map([['inquiry', new Set(['status', 'fields.nameFirst'])]]);
  assert.deepEqual(renderAnswer({data: [inquiry]}, {...plain, sparse}), {
    data: [{...inquiry, attributes: {status: 'approved', fields: {'name-first': {type: 'string', value: 'ANNA'}}}}],
  });
});

test('a parent type thins its subtypes', () => {
  const verification = {type: 'verification/government-id', id: 'ver_1', attributes: {status: 'passed', sex: 'F'}};
  const sparse = new Map([['verification', new Set(['status'])]]);
  assert.deepEqual(renderAnswer({data: verification}, {...plain, sparse}), {
    data: {...verification, attributes: {status: 'passed'}},
  });
});

test('blocked attributes are gone at every depth', () => {
  const shown = JSON.stringify(renderAnswer({data: inquiry}, {...plain, blocklist: ['name-*', 'note']}));
  assert.doesNotMatch(shown, /ANNA|ERIKSSON|note/);
  assert.match(shown, /approved/);
});

test('before 2025-10-27 fields also stand flat and are inflected', () => {
  const shown = renderAnswer({data: inquiry}, {...plain, version: '2023-01-05', inflection: 'camel'}) as {
    data: {attributes: Record<string, unknown>};
  };
  assert.equal(shown.data.attributes['nameFirst'], 'ANNA');
  assert.equal(shown.data.attributes['birthdate'], null);
  assert.deepEqual(Object.keys(shown.data.attributes['fields'] as object), ['nameFirst', 'nameLast']);
});

test('a date between versions means the older one, a date before all the oldest', () => {
  assert.equal(versionAt('2025-12-07'), '2025-10-27');
  assert.equal(versionAt('2030-01-01'), '2025-12-08');
  assert.equal(versionAt('2023-01-05'), '2023-01-05');
  assert.equal(versionAt('1999-01-01'), '2020-05-18');
});
