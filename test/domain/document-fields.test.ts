import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fillFields} from '../../src/domain/document-fields.ts';
import type {ReadField} from '../../src/protocol/government-id.ts';

const read = (value: string): ReadField => ({value, sources: ['mrz'], confidence: 1});

describe('the fields of an inquiry', () => {
  it('take what was read, where the template has such a field and the value fits it', () => {
    const filled = fillFields(
      {
        'name-first': {type: 'string'},
        birthdate: {type: 'date'},
        'identification-number': {type: 'string'},
        'selected-country-code': {type: 'string'},
        'expiration-date': {type: 'date'},
        sex: {type: 'choices', choices: ['F', 'X']},
      },
      {'name-first': {type: 'string', value: 'typed'}, note: {type: 'string', value: 'kept'}},
      {
        countryCode: 'DE',
        fields: {
          'name-first': read('ANNA MARIA'),
          'name-last': read('MUSTER'),
          birthdate: read('1974-08-12'),
          'document-number': read('C01X00T47'),
          'expiration-date': read('unknown'),
          sex: read('M'),
        },
      },
    );
    assert.deepEqual(filled, {
      'name-first': {type: 'string', value: 'ANNA MARIA'},
      note: {type: 'string', value: 'kept'},
      birthdate: {type: 'date', value: '1974-08-12'},
      'identification-number': {type: 'string', value: 'C01X00T47'},
      'selected-country-code': {type: 'string', value: 'DE'},
    });
  });
});
