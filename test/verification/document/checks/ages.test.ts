import assert from 'node:assert/strict';
import {test} from 'node:test';
import {withBarcode, withZone, picture} from '../submission.ts';
import {checkOf, verdictOf} from './check-of.ts';

const name = 'id_age_inconsistency_detection';

test('nobody has a licence before fourteen', () => {
  assert.deepEqual(verdictOf(name, [withBarcode({birthdate: '2011-12-04'})]), ['passed']);
  assert.deepEqual(verdictOf(name, [withBarcode({birthdate: '2011-12-05'})]), ['failed', 'too_young_for_class']);
  const told = (birthdate: string) => checkOf(name, [withBarcode({birthdate})]).metadata.value;
  // the same of everybody above and of everybody below: how old somebody is stays theirs
  assert.deepEqual(['1960-12-05', '2011-12-04', '2011-12-05', '2015-01-01'].map(told), [0, 0, -1, -1]);
});

test('what is not known is not judged', () => {
  assert.deepEqual(verdictOf(name, [withZone({issuer: 'UTO'})]), ['not_applicable', 'no_class_age']);
  assert.deepEqual(verdictOf(name, [picture()]), ['not_applicable', 'missing_birthdate']);
});

test('no passport is valid for more than ten years', () => {
  const dates = 'id_valid_dates_detection';
  assert.deepEqual(verdictOf(dates, [withZone({expiryDate: '2037-11-21'})]), ['passed']);
  assert.deepEqual(verdictOf(dates, [withZone({expiryDate: '2037-11-22'})]), ['failed', 'too_long_for_class']);
  assert.deepEqual(verdictOf(dates, [withZone({issuer: 'UTO', expiryDate: '2040-11-22'})]), ['passed']);
});
