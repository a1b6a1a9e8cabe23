import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {findResidents, isPersonName, isPoBox} from '../../../src/verification/generic-document/find-resident.ts';
import {linesOf} from './page-of.ts';

const find = (text: string) => findResidents(linesOf(text), [2200]);

function brief(text: string) {
  const [best] = find(text);
  if (!best) return undefined;
  const {name, street1, street2, postalCode, city, subdivision, country} = best;
  return [name?.value, street1, street2, postalCode, city, subdivision, country].map((part) => part ?? '-').join(' | ');
}

const written: [string, string, string][] = [
  ['Germany', 'Herrn\nJürgen Müller\nLindenstraße 12 a\n10115 Berlin', 'Jürgen Müller | Lindenstraße 12 a | - | 10115 | Berlin | - | -'],
  ['Germany, named', 'Anna Schmidt\nAm Markt 3\n20095 Hamburg\nDeutschland', 'Anna Schmidt | Am Markt 3 | - | 20095 | Hamburg | - | DE'],
  ['Austria', 'Maria Huber\nMariahilfer Straße 88/4\nA-1070 Wien', 'Maria Huber | Mariahilfer Straße 88/4 | - | 1070 | Wien | - | AT'],
  ['Switzerland', 'Luca Meier\nBahnhofstrasse 5\nCH-8001 Zürich', 'Luca Meier | Bahnhofstrasse 5 | - | 8001 | Zürich | - | CH'],
  ['France', 'Mme Claire Dubois\n14 rue de la Paix\n75002 Paris\nFrance', 'Claire Dubois | 14 rue de la Paix | - | 75002 | Paris | - | FR'],
  ['Spain', 'Carlos García López\nCalle Mayor 7\n28013 Madrid', 'Carlos García López | Calle Mayor 7 | - | 28013 | Madrid | - | -'],
  ['Italy', 'Giulia Rossi\nVia Roma 21\n00184 Roma RM', 'Giulia Rossi | Via Roma 21 | - | 00184 | Roma | RM | -'],
  ['Netherlands', 'Pieter van den Berg\nKerkstraat 9\n1017 GD Amsterdam', 'Pieter van den Berg | Kerkstraat 9 | - | 1017 GD | Amsterdam | - | NL'],
  ['Poland', 'Anna Kowalska\nul. Długa 4\n00-238 Warszawa', 'Anna Kowalska | ul. Długa 4 | - | 00-238 | Warszawa | - | PL'],
  ['Sweden', 'Erik Lindqvist\nStorgatan 11\n111 51 Stockholm', 'Erik Lindqvist | Storgatan 11 | - | 111 51 | Stockholm | - | -'],
  ['United Kingdom', 'Mr John Smith\nFlat 2\n10 Downing Street\nLondon SW1A 2AA', 'John Smith | 10 Downing Street | Flat 2 | SW1A 2AA | London | - | GB'],
  ['United Kingdom, code alone', 'Jane Doe\n5 Mill Lane\nLeeds\nLS1 4AP', 'Jane Doe | 5 Mill Lane | - | LS1 4AP | Leeds | - | GB'],
  ['United States', 'JORDAN L SAMPLE\n2940 MAPLE GROVE AVE APT 6\nRICHMOND, VA 23220-1234', 'JORDAN L SAMPLE | 2940 MAPLE GROVE AVE APT 6 | - | 23220-1234 | RICHMOND | VA | US'],
  ['Canada', 'Marie Tremblay\n1250 Rue Sainte-Catherine O\nMontréal QC H3B 4W5', 'Marie Tremblay | 1250 Rue Sainte-Catherine O | - | H3B 4W5 | Montréal | QC | CA'],
  ['Australia', 'Olivia Jones\n42 Wattle Street\nUltimo NSW 2007', 'Olivia Jones | 42 Wattle Street | - | 2007 | Ultimo | NSW | AU'],
  ['one line', 'Anna Schmidt\nLindenweg 12, 10115 Berlin', 'Anna Schmidt | Lindenweg 12 | - | 10115 | Berlin | - | -'],
]; // prettier-ignore

for (const [country, text, expected] of written) {
  test(`an address as in ${country}`, () => assert.equal(brief(text), expected));
}

test('the addressee comes before the sender, wherever the sender stands', () => {
  const text =
    'Stadtwerke Musterstadt GmbH, Werkstraße 1, 12345 Musterstadt\n\nAnna Schmidt\nAm Markt 3\n20095 Hamburg';
  assert.match(brief(text) ?? '', /^Anna Schmidt \| Am Markt 3/);
  const beside =
    'Anna Schmidt\tStadtwerke Musterstadt GmbH\nAm Markt 3\tWerkstraße 1\n20095 Hamburg\t12345 Musterstadt';
  assert.match(brief(beside) ?? '', /^Anna Schmidt \| Am Markt 3 \| - \| 20095 \| Hamburg/);
});

test('numbers in a table are no address', () => {
  assert.deepEqual(find('Total 12345 Items\nUsed 2940 kWh in 31 days\n4711 Rechnung\nMeter 10115 Reading'), []);
});

test('companies, headings and amounts are nobody’s name', () => {
  for (const text of [
    'Northlight Energy Ltd',
    'Your electricity bill',
    'Finanzamt Hamburg',
    '12 Elm Street',
    'IBAN DE00',
    'Total',
  ])
    assert.equal(isPersonName(text), false, text);
  for (const text of ['Dr. Anna-Maria von der Leyen', 'JOHN SMITH', "Seán O'Brien", 'Müller, Jürgen'])
    assert.equal(isPersonName(text), true, text);
});

test('boxes of post offices are known in several languages', () => {
  for (const text of ['P.O. Box 12', 'Postfach 1234', 'PO BOX 9', 'Postbus 3']) assert.equal(isPoBox(text), true, text);
  assert.equal(isPoBox('12 Boxwood Lane'), false);
});

test('no text makes it fail or hang', () => {
  fc.assert(
    fc.property(fc.string({maxLength: 400, unit: 'grapheme'}), (text) => {
      for (const {street1, city} of find(text)) assert.ok(street1 !== '' && city !== '');
    }),
    {numRuns: 200},
  );
});
