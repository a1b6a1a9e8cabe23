import assert from 'node:assert/strict';
import {test} from 'node:test';
import {withoutBlocked} from '../../src/protocol/attribute-blocklist.ts';

const document = {
  data: {
    type: 'inquiry',
    id: 'inq_1',
    attributes: {
      note: 'n',
      'name-last': 'Berg',
      fields: {
        'name-first': {type: 'string', value: 'Anna'},
        'name-last': {type: 'string', value: 'Berg'},
        'phone-number': {value: '1'},
      },
    },
    relationships: {note: {data: null}},
  },
  included: [{type: 'account', id: 'act_1', attributes: {note: 'm', fields: {'name-last': {value: 'Berg'}}}}],
};

test('a name is gone at every depth, inside attributes alone', () => {
  assert.deepEqual(withoutBlocked(document, ['name-*', 'note']), {
    data: {
      type: 'inquiry',
      id: 'inq_1',
      attributes: {fields: {'phone-number': {value: '1'}}},
      relationships: {note: {data: null}},
    },
    included: [{type: 'account', id: 'act_1', attributes: {fields: {}}}],
  });
});

test('a path blocks one place, whatever the inflection it is written in', () => {
  const shown = withoutBlocked(document, [
    '/data/attributes/fields/nameLast',
    '/data/attributes/fields/*-number',
  ]) as typeof document;
  assert.deepEqual(Object.keys(shown.data.attributes.fields), ['name-first']);
  assert.equal(shown.data.attributes['name-last'], 'Berg');
  assert.deepEqual(shown.included, document.included);
});

test('a path with a type blocks that type alone', () => {
  const shown = withoutBlocked(document, ['/*/attributes/note?type=account']) as typeof document;
  assert.equal(shown.data.attributes.note, 'n');
  assert.deepEqual(Object.keys(shown.included[0]?.attributes ?? {}), ['fields']);
});

test('an exemption wins, also below something blocked', () => {
  const shown = withoutBlocked(document, ['fields', '!/data/attributes/fields/name-first']) as typeof document;
  assert.deepEqual(shown.data.attributes.fields, {'name-first': {type: 'string', value: 'Anna'}});
  assert.deepEqual(shown.included[0]?.attributes, {note: 'm'});
});

test('without patterns the document is the same', () => {
  assert.equal(withoutBlocked(document, []), document);
});

test('a pattern cannot break out of its name', () => {
  assert.deepEqual(withoutBlocked(document, ['.*', '(', '[a-z]+']), document);
});
