import assert from 'node:assert/strict';
import {test} from 'node:test';
import {disagreeingFields, mergeFields} from '../../../src/verification/document/merge-fields.ts';
import {picture, withBarcode, withZone} from './submission.ts';

test('a value that zone and bar code agree on names both sources and is nearly certain', () => {
  const fields = mergeFields([withZone({issuer: 'USA'}), withBarcode()]);
  assert.deepEqual(fields['name-last'], {
    value: 'SAMPLE',
    sources: ['barcode', 'mrz'],
    confidence: 0.99,
    region: {
      evidenceId: 'evi_1',
      x: 100,
      y: 400,
      width: 1400,
      height: 400,
      pictureWidth: 1600,
      pictureHeight: 1200,
      label: 'barcode',
    },
  });
  assert.deepEqual(fields.birthdate?.sources, ['barcode', 'mrz']);
  assert.deepEqual(fields['address-city']?.sources, ['barcode']);
  assert.deepEqual(fields.nationality?.sources, ['mrz']);
});

test('a value on which they differ is kept from the better source, but not trusted', () => {
  const pictures = [withZone({issuer: 'USA', birthDate: '1989-10-20'}), withBarcode()];
  assert.equal(mergeFields(pictures).birthdate?.value, '1999-10-20');
  assert.ok((mergeFields(pictures).birthdate?.confidence ?? 1) < 0.5);
  assert.deepEqual(disagreeingFields(pictures).disagreeing, ['birthdate']);
});

test('names agree when one source cut them or wrote them without accents and spaces', () => {
  const pictures = [
    withZone({issuer: 'USA', surname: 'DELA CRUZ'}),
    withBarcode({nameLast: 'DELACRUZ', nameFirst: 'JORDAN LEE'}),
  ];
  assert.deepEqual(disagreeingFields(pictures).disagreeing, []);
});

test('a wrong check digit leaves its field with little confidence', () => {
  const wrong = withZone({}, {change: ([first = '', second = '']) => [first, second.replace('9910', '9911')]});
  const fields = mergeFields([wrong]);
  assert.equal(fields.birthdate?.confidence, 0.3);
  assert.equal(fields['document-number']?.confidence, 0.97);
});

test('a partial date is not given as a date', () => {
  assert.equal(mergeFields([withZone({birthDate: '1999'})]).birthdate, undefined);
});

test('nothing read gives no fields', () => {
  assert.deepEqual(mergeFields([picture()]), {});
});

test('a name of one source alone stays below certainty; a date with a check digit does not', () => {
  const fields = mergeFields([withZone()]);
  assert.ok((fields['name-last']?.confidence ?? 1) < 0.9);
  assert.ok((fields.birthdate?.confidence ?? 0) >= 0.9);
});
