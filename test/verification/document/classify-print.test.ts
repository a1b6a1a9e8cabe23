import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {classify} from '../../../src/verification/document/classify.ts';
import {classifyPrint} from '../../../src/verification/document/classify-print.ts';
import {countriesNamedBy} from '../../../src/verification/document/country-names.ts';
import {picture, withZone} from './submission.ts';
import {lineOf, linesOf} from './viz/lines-of.ts';

/** Kind, issuer and state of what the lines say most likely. */
function said(...texts: string[]): (string | undefined)[] {
  const [first] = classifyPrint(linesOf(...texts));
  return [first?.type, first?.country, first?.subdivision];
}

test('titles of documents in their languages, also where the reader lost accents and blanks', () => {
  assert.deepEqual(said('REPUBLIK ÖSTERREICH', 'REISEPASS'), ['pp', 'AT', undefined]);
  assert.deepEqual(said('BUNDESREPUBLIK DEUTSCHLAND', 'FÜHRERSCHEIN'), ['dl', 'DE', undefined]);
  assert.deepEqual(said('RÉPUBLIQUE FRANÇAISE', "CARTE NATIONALE D'IDENTITE"), ['id', 'FR', undefined]);
  assert.deepEqual(said('PERMISO DE CONDUCCION', 'ESPAÑA'), ['dl', 'ES', undefined]);
  assert.deepEqual(said('RZECZPOSPOLITA POLSKA', 'DOWODOSOBISTY'), ['id', 'PL', undefined]);
  assert.deepEqual(said('KONINKRIJK DER NEDERLANDEN', 'PASPOORT'), ['pp', 'NL', undefined]);
  assert.deepEqual(said('SPECIMEN KOR IDENTITY CARD'), ['id', 'KR', undefined]);
  assert.deepEqual(said('ETATS SCHENGEN VISA', 'FRANCE'), ['visa', 'FR', undefined]);
});

test('licences of states and provinces, the longer name first, and Georgia where Americans drive', () => {
  assert.deepEqual(said('CALIFORNIA USA', 'DRIVER LICENSE'), ['dl', 'US', 'CA']);
  assert.deepEqual(said('WEST VIRGINIA', "DRIVER'S LICENSE"), ['dl', 'US', 'WV']);
  assert.deepEqual(said('GEORGIA', 'USA', "DRIVER'S LICENSE"), ['dl', 'US', 'GA']);
  assert.deepEqual(said('GEORGIA', 'DRIVING LICENCE'), ['dl', 'GE', undefined]);
  assert.deepEqual(said('Ontario', "DRIVER'S LICENCE", 'CANADA'), ['dl', 'CA', 'ON']);
  assert.deepEqual(countriesNamedBy('Born in West Virginia'), [{country: 'US', subdivision: 'WV'}]);
});

test('a licence whose title nobody could read is known by the numbers of its fields', () => {
  const fields = ['4d Number', 'T64235789', '1 Family name', '3 Date of birth', '4a Issued', '4b Expires', '15 Sex'];
  assert.deepEqual(said(...fields), ['dl', undefined, undefined]);
  assert.deepEqual(classifyPrint(linesOf('Passport No', 'Surname', '1 MAIN ST', '3 ROOMS')), []);
});

test('people are called like countries', () => {
  assert.deepEqual(said('DRIVING LICENCE', '2 Given names', 'JORDAN', 'UNITED KINGDOM'), ['dl', 'GB', undefined]);
  assert.deepEqual(said('DRIVING LICENCE', 'JORDAN LEE'), ['dl', undefined, undefined]);
});

test('a word in a sentence is no short title: visage is no visa', () => {
  assert.deepEqual(classifyPrint(linesOf('LE VISAGE DOIT ETRE VISIBLE')), []);
  assert.deepEqual(classifyPrint(linesOf('Surname', 'SAMPLE')), []);
  assert.deepEqual(classifyPrint([]), []);
});

test('two kinds in one print are alternatives, and neither is certain', () => {
  const [first, second] = classifyPrint(linesOf('PASSPORT', 'IDENTITY CARD'));
  assert.deepEqual(new Set([first?.type, second?.type]), new Set(['pp', 'id']));
  assert.ok((first?.confidence ?? 1) < 0.4);
  const {type, alternatives} = classify([picture({visual: {lines: linesOf('PASSPORT', 'IDENTITY CARD'), fields: {}}})]);
  assert.equal(type, undefined);
  assert.equal(alternatives?.length, 2);
});

test('what is printed large counts for more than what is printed small', () => {
  const lines = [lineOf('REISEPASS', {height: 60}), lineOf('BUNDESREPUBLIK DEUTSCHLAND', {y: 200, height: 50})];
  const small = [lineOf('ÖSTERREICH', {y: 400, height: 14})];
  assert.equal(classifyPrint([...lines, ...small])[0]?.country, 'DE');
});

test('a zone outweighs any print', () => {
  const visual = {lines: linesOf('DRIVING LICENCE', 'UNITED KINGDOM'), fields: {}};
  const {type, country, source} = classify([{...withZone(), visual}]);
  assert.deepEqual([type, country, source], ['pp', 'NL', 'mrz']);
});

test('no text makes it throw, or surer than print may be', () => {
  fc.assert(
    fc.property(fc.array(fc.string({maxLength: 40}), {maxLength: 12}), (texts) => {
      for (const {confidence} of classifyPrint(linesOf(...texts))) assert.ok(confidence >= 0 && confidence <= 0.8);
    }),
  );
});
