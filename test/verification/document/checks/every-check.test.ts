import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {CheckStatus} from '../../../../src/protocol/check.ts';
import {governmentIdChecks} from '../../../../src/verification/document/checks/registry.ts';
import {notRun} from '../../../../src/verification/document/checks/not-run.ts';
import {units} from '../../../../src/verification/document/checks/units.ts';
import {runChecks} from '../../../../src/verification/document/run-checks.ts';
import type {PictureReading, SubmissionReading} from '../../../../src/verification/document/reading.ts';
import {linesOf} from '../viz/lines-of.ts';
import {picture, submission, withBarcode, withZone} from '../submission.ts';

const box = {x: 400, y: 500, width: 256, height: 256};
const genuine = {authenticity: {colourSpread: 20, screen: {peak: 2.6, boxes: [box]}}};
const forged = {
  authenticity: {colourSpread: 1, screen: {peak: 6, boxes: [box]}, editor: 'GIMP', generated: true as const},
};
const face = {box, score: 0.9, sharpness: 20, eyeDistance: 80};
const ownFace = {...face, pasted: {exactness: 0.4, box}, ghost: {likeness: 0.9, box}};
const otherFace = {...face, sharpness: 1, score: 0.5, pasted: {exactness: 1, box}, ghost: {likeness: 0.1, box}};
const print = (...texts: string[]) => ({visual: {lines: linesOf(...texts), fields: {}}});
const bits = (dark: boolean) => Array.from({length: 256}, (_, i) => (i % 2 === 0) === dark);
const bad = {...picture().quality, sharpness: 2, glare: {fraction: 0.4, regions: [box]}};
const corners = withBarcode().barcode;
const asked = {inquiry: {'name-last': 'SAMPLE'}, account: {'name-last': 'SAMPLE'}};
const others = {inquiry: {'name-last': 'HUTCHINSON'}, account: {'name-last': 'HUTCHINSON'}};
const strict = {countries: ['FR'], types: ['visa' as const], minimumAge: 90};
const wrongDigit = ([first = '', second = '']: string[]) => [first, second.replace('9910', '9911')];

/** Submissions that between them bring every check that runs to each of its three answers. */
const submissions: [PictureReading[], Partial<SubmissionReading>][] = [
  [
    [{...withZone({}, {...genuine, portrait: ownFace}), ...print('SAMPLE', 'JORDAN')}],
    {expected: asked, config: {minimumAge: 18}},
  ],
  [
    [
      withZone(
        {surname: 'SPECIMEN', expiryDate: '2040-01-01'},
        {...forged, portrait: otherFace, quality: bad, change: wrongDigit},
      ),
    ],
    {config: strict, expected: others},
  ],
  [[withZone({documentNumber: '138CK7F2X', expiryDate: '2020-01-01'})], {expected: {}}],
  [[withZone({documentNumber: 'NW38CK7F2'}), withBarcode({nameLast: 'HUTCHINSON', birthdate: '2020-01-01'})], {}],
  [[withBarcode({street: 'PO BOX 12', expirationDate: '2010-01-01', birthdate: '2015-01-01'})], {}],
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
    [picture({...(corners && {barcode: {...corners, status: 'located'} as PictureReading['barcode'] & object})})],
    {chosen: {type: 'dl', country: 'US'}},
  ],
  [[withZone({documentNumber: 'NW38CK7F2'})], {}],
  [[picture()], {config: {requiredFields: []}}],
  [[], {}],
];

/** Answers that a check cannot give, and why. */
const never: Record<string, Partial<Record<CheckStatus, string>>> = {
  id_unprocessable_submission_detection: {not_applicable: 'there is always something submitted'},
  id_repeat_detection: {passed: 'known by the lookup, compare-repeats.test.ts', failed: 'the same'},
  id_list_match_detection: {passed: 'known by the lookup in lists', failed: 'the same'},
  id_fabrication_detection: {passed: 'needs reference images of the genuine document'},
  id_inconsistent_repeat_detection: {passed: 'known by the lookup, compare-repeats.test.ts', failed: 'the same'},
};

test('each check that runs passes, fails and does not apply on some submission', () => {
  const seen = new Map<string, Set<CheckStatus>>();
  for (const [pictures, about] of submissions) {
    for (const {name, status} of runChecks(submission(pictures, about))) {
      seen.set(name, (seen.get(name) ?? new Set()).add(status));
    }
  }
  const idle = new Set(notRun.map(({name}) => name));
  const missing = governmentIdChecks
    .filter(({name}) => !idle.has(name))
    .flatMap(({name}) =>
      (['passed', 'failed', 'not_applicable'] as const)
        .filter((status) => !seen.get(name)?.has(status) && never[name]?.[status] === undefined)
        .map((status) => `${name}: ${status}`),
    );
  assert.deepEqual(missing, []);
});

test('a value says in what it is counted', () => {
  const counted = governmentIdChecks.filter(({threshold}) => threshold !== undefined);
  assert.deepEqual(
    counted.flatMap(({name}) => (units[name] === undefined ? [name] : [])),
    [],
  );
});
