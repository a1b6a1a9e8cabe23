import assert from 'node:assert/strict';
import {test} from 'node:test';
import {filterItems, searchKey} from '../../src/ui/search-list.ts';

const items = [
  'Österreich|AT',
  'Côte d’Ivoire|CI',
  'Deutschland|DE',
  'Vereinigtes Königreich|GB',
  'Niederlande|NL',
  'Südkorea|KR',
].map((one) => {
  const [text = '', value = ''] = one.split('|');
  return {text, value};
});
const found = (query: string) => filterItems(items, query).map(({value}) => value);

test('finds without accents, apostrophes and case', () => {
  assert.deepEqual(found('osterr'), ['AT']);
  assert.deepEqual(found('COTE DIV'), ['CI']);
  assert.equal(searchKey('Côte d’Ivoire'), 'cote divoire');
});

test('puts beginnings first, then beginnings of words, then the rest', () => {
  assert.deepEqual(found('k'), ['GB', 'KR']);
  assert.deepEqual(found('d'), ['DE', 'CI', 'NL', 'KR']);
});

test('finds a code', () => {
  assert.equal(found('nl')[0], 'NL');
});

test('an empty query shows all, an unknown one nothing', () => {
  assert.equal(found('  ').length, items.length);
  assert.deepEqual(found('zzz'), []);
});
