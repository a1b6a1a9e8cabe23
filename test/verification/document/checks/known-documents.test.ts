import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {DocumentType} from '../../../../src/protocol/government-id.ts';
import {numberFormat} from '../../../../src/verification/document/authenticity/number-formats.ts';
import {picture, withBarcode, withZone} from '../submission.ts';
import {checkOf, verdictOf} from './check-of.ts';

const compromised = 'id_compromised_detection';
const format = 'id_number_format_inconsistency_detection';

test('a published specimen is refused by its number, its holder or a number that nobody is given', () => {
  const number = (documentNumber: string) => [withZone({documentNumber})];
  assert.deepEqual(verdictOf(compromised, [withZone({documentNumber: 'NW38CK7F2'})]), ['passed']);
  assert.deepEqual(verdictOf(compromised, number('SPECI2014')), ['failed', 'known_specimen']);
  assert.deepEqual(verdictOf(compromised, number('XX000000')), ['failed', 'placeholder_number']);
  assert.deepEqual(verdictOf(compromised, number('123456789')), ['failed', 'placeholder_number']);
  assert.deepEqual(verdictOf(compromised, number('987654321')), ['failed', 'placeholder_number']);
  const erika = withZone({issuer: 'D', surname: 'MUSTERMANN', givenNames: 'ERIKA', documentNumber: 'C8HJ42KP7'});
  assert.deepEqual(verdictOf(compromised, [erika]), ['failed', 'specimen_name']);
  const places = checkOf(compromised, [erika]).metadata.regions?.map(({label}) => label);
  assert.deepEqual(places, ['document-number', 'name-last']);
});

test('somebody with a common name or a short round number is no specimen', () => {
  const anna = withZone({issuer: 'SWE', surname: 'ERIKSSON', givenNames: 'ANNA MARIA', documentNumber: '90817263'});
  assert.deepEqual(verdictOf(compromised, [anna]), ['passed']);
  assert.deepEqual(verdictOf(compromised, [withZone({documentNumber: 'NW0000002'})]), ['passed']);
  assert.deepEqual(verdictOf(compromised, [withZone({documentNumber: 'N12345X8Y'})]), ['passed']);
});

test('specimens of our own and of Utopia may be tried in a sandbox, and only there', () => {
  const utopia = [withZone({issuer: 'UTO', documentNumber: 'L898902C3'})];
  for (const pictures of [utopia, [withBarcode()]]) {
    assert.deepEqual(verdictOf(compromised, pictures, {sandbox: true}), ['passed']);
    assert.deepEqual(verdictOf(compromised, pictures), ['failed', 'known_specimen']);
  }
  const dutch = [withZone({documentNumber: 'SPECI2014'})];
  assert.deepEqual(verdictOf(compromised, dutch, {sandbox: true}), ['failed', 'known_specimen']);
});

test('without a number and a name nothing can be known', () => {
  assert.deepEqual(verdictOf(compromised, [picture()]), ['not_applicable', 'no_document_number']);
  assert.deepEqual(verdictOf(format, [picture()]), ['not_applicable', 'no_document_number']);
});

test("a number must look like its issuer's, where that is known", () => {
  assert.deepEqual(verdictOf(format, [withZone({issuer: 'NLD', documentNumber: 'NW38CK7F2'})]), ['passed']);
  assert.deepEqual(verdictOf(format, [withZone({issuer: 'NLD', documentNumber: '138CK7F2X'})]), [
    'failed',
    'number_format_mismatch',
  ]);
  assert.deepEqual(verdictOf(format, [withZone({issuer: 'UTO'})]), ['not_applicable', 'no_known_format']);
  assert.deepEqual(verdictOf(format, [withBarcode()]), ['not_applicable', 'no_known_format']);
});

/** Numbers of the issuers' own published specimens. */
const specimens: [string, DocumentType, string][] = [
  ['CZ', 'pp', '99003853'],
  ['HR', 'pp', '007007007'],
  ['IS', 'pp', 'A0000000'],
  ['PL', 'pp', 'ZS0000177'],
  ['EE', 'pp', 'KB0000000'],
  ['AU', 'pp', 'PA0940409'],
  ['CA', 'pp', 'ZE000509'],
  ['HU', 'pp', 'BD0002028'],
  ['NL', 'pp', 'XA0000014'],
  ['GB', 'pp', '925076473'],
  ['ES', 'id', 'BAA000589'],
  ['CH', 'id', 'S0002068'],
  ['DE', 'id', 'T22000129'],
  ['DE', 'pp', 'C01X00T47'],
];

test('the formats take the specimens of their issuers', () => {
  for (const [country, type, number] of specimens) {
    assert.ok(numberFormat({country, type})?.test(number), `${country} ${type} ${number}`);
  }
});
