import assert from 'node:assert/strict';
import {test} from 'node:test';
import {compareResident} from '../../../src/verification/generic-document/compare-resident.ts';
import {findResidents} from '../../../src/verification/generic-document/find-resident.ts';
import {linesOf} from './page-of.ts';

const [muller] = findResidents(linesOf('Jürgen Müller\nLindenstraße 12 a\n10115 Berlin'), [2200]);

const name = (first: string, last: string) => compareResident({'name-first': first, 'name-last': last}, muller).name;
const address = (street: string, postal: string, city = 'Berlin') =>
  compareResident({'address-street-1': street, 'address-postal-code': postal, 'address-city': city}, muller).address;

test('names are the same whatever the accents, the order of second names, and titles', () => {
  assert.equal(name('Jürgen', 'Müller'), 'same');
  assert.equal(name('JURGEN', 'MULLER'), 'same');
  assert.equal(name('Juergen', 'Mueller'), 'same');
  assert.equal(name('Jürgen Karl', 'Müller'), 'same');
  assert.equal(name('J.', 'Müller'), 'other');
});

test('another surname or another given name is another name', () => {
  assert.equal(name('Jürgen', 'Möller'), 'other');
  assert.equal(name('Anna', 'Müller'), 'other');
  assert.equal(name('', ''), 'unknown');
});

test('a street is the same however it is shortened, with the same number', () => {
  assert.equal(address('Lindenstr. 12a', '10115'), 'same');
  assert.equal(address('LINDENSTRASSE 12 A', 'D-10115'.slice(2)), 'same');
  assert.equal(address('Lindenstraße 14', '10115'), 'other');
  assert.equal(address('Eichenstraße 12 a', '10115'), 'other');
  assert.equal(address('Lindenstraße 12 a', '10117'), 'other');
});

test('an initial stands for a given name on a bill', () => {
  const [sample] = findResidents(linesOf('J SAMPLE\n2940 MAPLE GROVE AVE\nRICHMOND, VA 23220-1234'), [2200]);
  const expected = {'name-first': 'Jordan', 'name-last': 'Sample', 'address-postal-code': '23220'};
  assert.deepEqual(compareResident(expected, sample), {name: 'same', address: 'same'});
});

test('nothing read is nothing known', () => {
  assert.deepEqual(compareResident({'name-last': 'Müller', 'address-street-1': 'Lindenstraße 12'}, undefined), {
    name: 'unknown',
    address: 'unknown',
  });
});
