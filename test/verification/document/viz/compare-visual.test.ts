import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Check} from '../../../../src/protocol/check.ts';
import {comparePrint, confirmed, mergeFields} from '../../../../src/verification/document/merge-fields.ts';
import type {PictureReading} from '../../../../src/verification/document/reading.ts';
import {runChecks} from '../../../../src/verification/document/run-checks.ts';
import {findFields} from '../../../../src/verification/document/viz/find-fields.ts';
import type {TextLine} from '../../../../src/verification/document/viz/visual-zone.ts';
import {picture, submission, today, withBarcode, withZone} from '../submission.ts';
import {lineOf, linesOf} from './lines-of.ts';

function printed(lines: TextLine[]): Pick<PictureReading, 'visual'> {
  return {visual: {lines, fields: findFields(lines, {today})}};
}

/** What the zone of `withZone` says, as a document prints it. */
const same = ['Surname', 'SAMPLE', 'Given names', 'JORDAN', 'Passport No', 'T64235789', '20 OCT 1999', '03 DEC 2035'];

function inconsistency(pictures: PictureReading[]): Check {
  const check = runChecks(submission(pictures)).find(({name}) => name === 'id_extraction_inconsistency_detection');
  assert.ok(check);
  return check;
}

test('a field that is printed letter by letter has the print among its sources and is nearly certain', () => {
  const pictures = [{...withZone(), ...printed(linesOf(...same))}];
  const fields = mergeFields(pictures);
  for (const name of [
    'name-last',
    'name-first',
    'document-number',
    'identification-number',
    'birthdate',
    'expiration-date',
  ] as const) {
    assert.deepEqual([fields[name]?.sources, fields[name]?.confidence], [['mrz', 'viz'], 0.99], name);
  }
  assert.deepEqual(fields.sex?.sources, ['mrz']);
  assert.equal(confirmed(pictures), true);
  assert.equal(inconsistency(pictures).status, 'passed');
});

test('a misread letter changes no field and refuses nobody, and its position is told', () => {
  const pictures = [
    {...withZone({givenNames: 'JORDANA'}), ...printed(linesOf('Surname', 'SAMPLE', 'Given names', 'JORDAMA'))},
  ];
  assert.deepEqual(mergeFields(pictures)['name-first']?.sources, ['mrz']);
  const check = inconsistency(pictures);
  assert.deepEqual([check.status, check.reasons], ['not_applicable', ['name_single_source']]);
  assert.deepEqual(check.metadata['differing-characters'], ['name-first 6']);
  assert.deepEqual(check.metadata['differing-spellings'], ['name-first •••••N• •••••M•']);
  assert.equal(confirmed(pictures), false);
});

test('another name beside its label fails, with the field and both places, and without the names', () => {
  const pictures = [{...withZone(), ...printed(linesOf('Surname', 'HUTCHINSON', 'Given names', 'JORDAN'))}];
  const check = inconsistency(pictures);
  assert.deepEqual([check.status, check.requirement, check.reasons], ['failed', 'required', ['sources_disagree']]);
  assert.deepEqual(check.metadata['disagreeing'], ['name-last']);
  assert.deepEqual(check.metadata['confirmed'], ['name-first']);
  // The zone, the other name, and the one that agrees.
  assert.equal(check.metadata.regions?.length, 3);
  assert.doesNotMatch(JSON.stringify(check), /SAMPLE|HUTCHINSON|JORDAN/);
  assert.equal(mergeFields(pictures)['name-last']?.value, 'SAMPLE');
  assert.ok((mergeFields(pictures)['name-last']?.confidence ?? 1) <= 0.3);
});

test('another date beside its label fails, unless a digit of it is doubtful', () => {
  const sure = [lineOf('Date of birth', {y: 100}), lineOf('20 OCT 1996', {y: 130})];
  assert.deepEqual(inconsistency([{...withZone(), ...printed(sure)}]).metadata['disagreeing'], ['birthdate']);
  const doubtful = [lineOf('Date of birth', {y: 100}), lineOf('20 OCT 1996', {y: 130, probability: 0.85})];
  assert.equal(inconsistency([{...withZone(), ...printed(doubtful)}]).status, 'not_applicable');
});

test('a number whose last digits are the other way round in the print fails, and is no longer trusted', () => {
  const lines = linesOf(...same.map((text) => text.replace('T64235789', 'T64235798')));
  const pictures = [{...withZone(), ...printed(lines)}];
  const check = inconsistency(pictures);
  assert.deepEqual([check.status, check.reasons], ['failed', ['sources_disagree']]);
  assert.deepEqual(check.metadata['disagreeing'], ['document-number']);
  assert.deepEqual(check.metadata['differing-characters'], ['document-number 8 9']);
  assert.deepEqual(check.metadata['differing-spellings'], ['document-number •••••••89 •••••••98']);
  for (const name of ['document-number', 'identification-number'] as const) {
    assert.ok((mergeFields(pictures)[name]?.confidence ?? 1) <= 0.3, name);
  }
  const front = picture(printed(linesOf('1 SAMPLE', '2 JORDAN', '4d T64235798', '3 10/20/1999', '4b 12/03/2035')));
  assert.deepEqual(inconsistency([front, withBarcode()]).metadata['disagreeing'], ['document-number']);
});

test('a number that was read from a spoiled zone is held against nothing', () => {
  const spoiled = withZone(
    {},
    {change: ([first = '', second = '']) => [first, second.replace('T64235789', 'T64235798')]},
  );
  assert.notEqual(inconsistency([{...spoiled, ...printed(linesOf(...same))}]).status, 'failed');
});

test('print that holds nothing of it speaks neither for nor against', () => {
  const pictures = [{...withZone(), ...printed(linesOf('RÉPUBLIQUE', 'OBSERVATIONS', '3 of 32'))}];
  const check = inconsistency(pictures);
  assert.deepEqual([check.status, check.reasons], ['not_applicable', ['name_single_source']]);
  assert.deepEqual(mergeFields(pictures)['name-last']?.sources, ['mrz']);
  assert.deepEqual(comparePrint([withZone()]), {});
});

test('a bar code is confirmed by the print on the other side', () => {
  const front = picture({...printed(linesOf('1 SAMPLE', '2 JORDAN', '4d T64235789', '3 10/20/1999', '4b 12/03/2035'))});
  const pictures = [front, withBarcode()];
  const fields = mergeFields(pictures);
  assert.deepEqual(fields['name-last']?.sources, ['barcode', 'viz']);
  assert.equal(inconsistency(pictures).status, 'passed');
});

test('an umlaut is taken over where the zone writes it as two letters, and never from a bar code', () => {
  const lines = linesOf('Nachname', 'MÜLLER');
  const zone = mergeFields([{...withZone({surname: 'MUELLER'}), ...printed(lines)}]);
  assert.equal(zone['name-last']?.value, 'MÜLLER');
  const code = mergeFields([picture(printed(lines)), withBarcode({nameLast: 'MUELLER'})]);
  assert.equal(code['name-last']?.value, 'MUELLER');
});

test('a wrong check digit is not mended by print that repeats it', () => {
  const spoiled = withZone({}, {change: ([first = '', second = '']) => [first, second.replace('9910', '9911')]});
  const {birthdate} = mergeFields([{...spoiled, ...printed(linesOf('20 NOV 1999'))}]);
  assert.deepEqual([birthdate?.sources, birthdate?.confidence], [['mrz', 'viz'], 0.3]);
});

test('print alone gives fields for a reviewer, and is never approved by a machine', () => {
  const pictures = [
    picture(printed(linesOf('DRIVING LICENCE', 'UNITED KINGDOM', ...same, 'Nationality', 'NLD', 'Sex', 'F'))),
  ];
  const fields = mergeFields(pictures);
  assert.equal(fields['name-last']?.value, 'SAMPLE');
  assert.equal(fields['identification-number']?.value, 'T64235789');
  assert.equal(fields.nationality?.value, 'NL');
  for (const field of Object.values(fields)) assert.ok(field.confidence <= 0.6 && field.sources.join() === 'viz');
  const checks = runChecks(submission(pictures));
  const {status, requirement, reasons} =
    checks.find(({name}) => name === 'id_extraction_inconsistency_detection') ?? {};
  assert.deepEqual([status, requirement, reasons], ['not_applicable', 'required', ['name_single_source']]);
  assert.equal(checks.find(({name}) => name === 'id_type_detection')?.status, 'passed');
});

test('one letter of a name differs: nobody is refused, and no machine approves', () => {
  const other = same.map((text) => text.replace('SAMPLE', 'SAMPEE'));
  const pictures = [{...withZone(), ...printed(linesOf(...other))}];
  const check = inconsistency(pictures);
  assert.deepEqual([check.status, check.reasons], ['not_applicable', ['name_single_source']]);
  assert.deepEqual(check.metadata['single-source'], ['name-last']);
  const one = runChecks(submission(pictures, {config: {nameSources: 1}}));
  assert.equal(one.find(({name}) => name === check.name)?.status, 'passed');
});
