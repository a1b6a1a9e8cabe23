import assert from 'node:assert/strict';
import {test} from 'node:test';
import {countryItems, likelyCountry} from '../../../src/flow/steps/document/countries.ts';

test('names every issuer in the language, sorted as people there sort', () => {
  const german = countryItems('de', undefined);
  assert.ok(german.length >= 220);
  assert.equal(new Set(german.map(({value}) => value)).size, german.length);
  assert.ok(
    german.every(({value, text}) => /^[A-Z]{2}$/.test(value) && text !== value),
    'a code without a name',
  );
  const names = german.map(({text}) => text);
  assert.ok(names.indexOf('Österreich') < names.indexOf('Pakistan'));
  assert.ok(countryItems('ar', ['EG'])[0]?.text.includes('مصر'));
});

test('offers only what is accepted', () => {
  assert.deepEqual(
    countryItems('en', ['DE', 'AT']).map(({value}) => value),
    ['AT', 'DE'],
  );
});

test('guesses the issuer from the locale, or the only one', () => {
  assert.equal(likelyCountry(['en', 'de-AT'], undefined), 'AT');
  assert.equal(likelyCountry(['de-AT', 'de-DE'], ['DE', 'CH']), 'DE');
  assert.equal(likelyCountry(['en-US'], ['DE']), 'DE');
  assert.equal(likelyCountry(['en'], undefined), undefined);
  assert.equal(likelyCountry(['not a locale'], undefined), undefined);
});
