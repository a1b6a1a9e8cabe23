import assert from 'node:assert/strict';
import {test} from 'node:test';
import {measurementUnits} from '../../../../src/protocol/check.ts';
import {problemsOf} from '../../../../src/domain/steps/document-problems.ts';
import problems from '../../../../src/flow/locales/en/problems.ts';
import {governmentIdFieldNames} from '../../../../src/protocol/government-id.ts';
import {governmentIdChecks} from '../../../../src/verification/document/checks/registry.ts';
import {genericDocumentChecks} from '../../../../src/verification/generic-document/checks/registry.ts';
import {runChecks} from '../../../../src/verification/document/run-checks.ts';
import type {PictureReading, SubmissionReading} from '../../../../src/verification/document/reading.ts';
import {linesOf} from '../viz/lines-of.ts';
import {picture, submission, withBarcode, withZone} from '../submission.ts';
import {lookups, wantedAnswers} from './answers.ts';
import {lacking, type Judged} from './measured.ts';
import {placesSaid, valuesTable} from './values-table.ts';

const box = {x: 400, y: 500, width: 256, height: 256};
const genuine = {authenticity: {colourSpread: 20, screen: {peak: 2.6, boxes: [box]}}};
const forged = {
  authenticity: {colourSpread: 1, screen: {peak: 6, boxes: [box]}, editor: 'GIMP', generated: true as const},
};
const face = {box, score: 0.9, sharpness: 20, eyeDistance: 80};
const ownFace = {...face, pasted: {exactness: 0.4, box}, ghost: {likeness: 0.9, box}};
const otherFace = {...face, sharpness: 1, score: 0.5, pasted: {exactness: 1, box}, ghost: {likeness: 0.1, box}};
/** Characters of the zone where a net found them: evenly set, or six of them moved. */
const set = (reading: PictureReading, moved: number): PictureReading => {
  const line = Array.from({length: 44}, (_, i) => 25 * (i + (i >= 14 && i < 20 ? moved : 0)));
  return {...reading, ...(reading.mrz && {mrz: {...reading.mrz, positions: [line]}})};
};
const print = (...texts: string[]) => ({visual: {lines: linesOf(...texts), fields: {}}});
const printed = {
  birthdate: {value: '2015-01-01', text: '2015-01-01', confidence: 0.6, certainty: 0.98, weakest: 0.95, region: box},
};
const bits = (dark: boolean) => Array.from({length: 256}, (_, i) => (i % 2 === 0) === dark);
const bad = {...picture().quality, sharpness: 2, glare: {fraction: 0.4, regions: [box]}};
const corners = withBarcode().barcode;
const asked = {inquiry: {'name-last': 'SAMPLE'}, account: {'name-last': 'SAMPLE'}};
const others = {inquiry: {'name-last': 'HUTCHINSON'}, account: {'name-last': 'HUTCHINSON'}};
const strict = {countries: ['FR'], types: ['visa' as const], minimumAge: 90};
const wrongDigit = ([first = '', second = '']: string[]) => [first, second.replace('9910', '9911')];

const outline = {
  quad: [
    {x: 100, y: 100},
    {x: 1500, y: 100},
    {x: 1500, y: 1100},
    {x: 100, y: 1100},
  ] as NonNullable<PictureReading['outline']>['quad'],
  support: 0.9,
};

/** Submissions that between them bring every check of one submission to each of its three answers. */
const submissions: [PictureReading[], Partial<SubmissionReading>][] = [
  [
    [{...set(withZone({}, {...genuine, portrait: ownFace}), 0), ...print('SAMPLE', 'JORDAN')}],
    {expected: asked, config: {minimumAge: 18}},
  ],
  [
    [
      set(
        withZone(
          {surname: 'SPECIMEN', expiryDate: '2040-01-01'},
          {...forged, portrait: otherFace, quality: bad, change: wrongDigit},
        ),
        0.4,
      ),
    ],
    {config: strict, expected: others},
  ],
  [[withZone({documentNumber: '138CK7F2X', expiryDate: '2020-01-01'})], {expected: {}}],
  [[withZone({documentNumber: 'NW38CK7F2'}), withBarcode({nameLast: 'HUTCHINSON', birthdate: '2020-01-01'})], {}],
  [
    [withBarcode({street: 'PO BOX 12', expirationDate: '2010-01-01', birthdate: '2015-01-01'})],
    {expected: asked, config: {minimumAge: 18}},
  ],
  [
    [withBarcode()],
    {fields: {...submission([withBarcode()]).fields, 'real-id': {value: 'true', sources: ['barcode'], confidence: 1}}},
  ],
  [
    [withBarcode()],
    {fields: {...submission([withBarcode()]).fields, 'real-id': {value: 'false', sources: ['barcode'], confidence: 1}}},
  ],
  [[picture({quality: bad, fingerprint: bits(true)}), picture({side: 'back', fingerprint: bits(true)})], {}],
  [
    [
      picture({fingerprint: bits(true)}),
      picture({side: 'back', fingerprint: Array.from({length: 256}, (_, i) => i % 4 < 2)}),
    ],
    {},
  ],
  [[picture()], {chosen: {type: 'dl', country: 'US'}}],
  [
    [
      picture({
        side: 'back',
        ...(corners && {barcode: {...corners, status: 'located'} as PictureReading['barcode'] & object}),
      }),
    ],
    {chosen: {type: 'dl', country: 'US'}},
  ],
  [[withZone({documentNumber: 'NW38CK7F2'})], {}],
  [[picture()], {config: {requiredFields: [], minimumAge: 18}}],
  [
    [picture({outline, ...print('VIRGINIA', 'DRIVER LICENSE', 'SAMPLE')})],
    {chosen: {type: 'pp'}, config: {countries: ['FR'], types: ['visa']}},
  ],
  [
    [picture({outline, fingerprint: bits(true)}), picture({outline, side: 'back', fingerprint: bits(true)})],
    {chosen: {type: 'pp'}},
  ],
  // what it is stands in its print alone, and an editor wrote the file
  [[picture({...forged, visual: {...print('VIRGINIA', 'DRIVER LICENSE', 'SAMPLE').visual, fields: printed}})], {}],
  [[], {}],
];

/** Every answer of every check on the submissions above, the lookups included. */
function everyAnswer(): Judged[] {
  const run = submissions.map(([pictures, about]) => {
    const reading = submission(pictures, about);
    return {checks: runChecks(reading), fields: reading.fields, pictures: pictures.length > 0};
  });
  const [first] = run;
  const looked = lookups.map((look) => first && {...first, checks: look(first.checks)});
  return [...run, ...looked].flatMap((one) => one?.checks.map((check) => ({...one, check})) ?? []);
}

test('each check passes, fails and does not apply on some submission', () => {
  const seen = new Set(everyAnswer().map(({check}) => `${check.name}: ${check.status}`));
  assert.deepEqual(
    wantedAnswers.filter((answer) => !seen.has(answer)),
    [],
  );
});

test('each verdict says what was measured, against what, in what, and where on the picture', () => {
  assert.deepEqual([...new Set(everyAnswer().flatMap(lacking))], []);
});

test('what does not apply says why, in one of the reasons of its check', () => {
  const known = new Map(governmentIdChecks.map(({name, reasons}) => [name, new Set(reasons)]));
  const silent = everyAnswer().filter(
    ({check: {name, status, reasons}}) =>
      (status !== 'passed' && reasons.length === 0) || reasons.some((reason) => !known.get(name)?.has(reason)),
  );
  assert.deepEqual(silent, []);
});

test('what is held against a number says in what both are counted, and every unit is of some use', () => {
  const rules = [...governmentIdChecks, ...genericDocumentChecks];
  const silent = rules.filter(({threshold, unit}) => threshold !== undefined && unit === undefined);
  assert.deepEqual(silent, []);
  const used = new Set(rules.map(({unit}) => unit));
  assert.deepEqual(
    measurementUnits.filter((unit) => !used.has(unit)),
    [],
  );
});

test('docs/checks.md says in what each value is counted, and where it was measured', async () => {
  const documented = await valuesTable('Government ID');
  for (const {name, unit} of governmentIdChecks) assert.equal(documented.get(name)?.unit, unit, name);
  const said = placesSaid(
    everyAnswer().map(({check}) => check),
    governmentIdFieldNames,
  );
  for (const [name, places] of said) assert.deepEqual(documented.get(name)?.where.toSorted(), [...places].sort(), name);
});

/** Where a document contradicts itself, or is known elsewhere, there is nothing to do but to take another one: one sentence for all. */
const anotherDocument = new Set([
  'id_mrz_inconsistency_detection',
  'id_barcode_inconsistency_detection',
  'id_extraction_inconsistency_detection',
  'id_valid_dates_detection',
  'id_compromised_detection',
  'id_number_format_inconsistency_detection',
  'id_age_inconsistency_detection',
  'id_repeat_detection',
  'id_inconsistent_repeat_detection',
  'id_list_match_detection',
  'id_tamper_detection',
  'id_ghost_portrait_comparison',
]);

test('what fails tells the person what to do about it, once it is required', () => {
  const failures = everyAnswer()
    .map(({check}) => check)
    .filter(({status}) => status === 'failed');
  for (const check of failures) {
    const codes = problemsOf([{...check, requirement: 'required'}]).map(({code}) => code);
    assert.ok(codes.length > 0, check.name);
    for (const code of codes) assert.ok(problems[code].length > 0, code);
    assert.equal(codes.includes('inconsistent') && !anotherDocument.has(check.name), false, check.name);
  }
});
