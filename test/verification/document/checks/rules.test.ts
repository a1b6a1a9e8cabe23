import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Check} from '../../../../src/protocol/check.ts';
import {runChecks} from '../../../../src/verification/document/run-checks.ts';
import type {PictureReading, SubmissionReading} from '../../../../src/verification/document/reading.ts';
import type {licence} from '../submission.ts';
import {picture, submission, withBarcode, withZone} from '../submission.ts';

function run(name: string, pictures: PictureReading[], about: Partial<SubmissionReading> = {}): Check {
  const check = runChecks(submission(pictures, about)).find((one) => one.name === name);
  assert.ok(check);
  return check;
}

function verdict(...given: Parameters<typeof run>): [string, ...string[]] {
  const check = run(...given);
  return [check.status, ...check.reasons];
}

test('a document counts on its last day and not on the day after', () => {
  const name = 'id_expired_detection';
  assert.deepEqual(verdict(name, [withZone({expiryDate: '2026-11-22'})]), ['passed']);
  assert.deepEqual(verdict(name, [withZone({expiryDate: '2026-11-21'})]), ['failed', 'expired']);
  assert.equal(run(name, [withZone({expiryDate: '2026-12-21'})]).metadata.value, 0);
  assert.equal(run(name, [withZone({expiryDate: '2026-12-22'})]).metadata.value, 1);
});

test('a template may want more months of validity', () => {
  const config = {thresholds: {id_expired_detection: 6}};
  assert.deepEqual(verdict('id_expired_detection', [withZone({expiryDate: '2027-03-01'})], {config}), [
    'failed',
    'expired',
  ]);
});

test('an expiry that is not there is no failure; one that cannot be a date is', () => {
  const name = 'id_expired_detection';
  assert.deepEqual(verdict(name, [withZone({expiryDate: ''})]), ['not_applicable', 'no_expiration_date']);
  const spoiled = withZone({}, {change: ([first = '', second = '']) => [first, second.replace('351203', '351399')]});
  assert.deepEqual(verdict(name, [spoiled]), ['failed', 'expiration_date_unreadable']);
  assert.deepEqual(verdict('id_valid_dates_detection', [spoiled]), ['failed', 'impossible_date']);
});

test('age turns on the birthday', () => {
  const config = {minimumAge: 18};
  const name = 'id_age_comparison';
  assert.deepEqual(verdict(name, [withZone({birthDate: '2008-11-22'})], {config}), ['passed']);
  assert.deepEqual(verdict(name, [withZone({birthDate: '2008-11-23'})], {config}), ['failed', 'below_minimum_age']);
  assert.deepEqual(verdict(name, [withZone()]), ['not_applicable', 'no_configuration']);
  assert.deepEqual(verdict(name, [withZone({birthDate: ''})], {config}), ['failed', 'missing_birthdate']);
});

test('no check tells a date, a name or a number, nor how far somebody is above the age or below', () => {
  const pictures = [withZone({issuer: 'USA', birthDate: '1931-05-06'}), withBarcode({birthdate: '1931-05-06'})];
  const checks = runChecks(submission(pictures, {config: {minimumAge: 18}}));
  assert.doesNotMatch(JSON.stringify(checks.map((check) => check.metadata)), /1931|SAMPLE|JORDAN|T64235789|2035/);
  const told = (birthDate: string, thresholds = {}) =>
    run('id_age_comparison', [withZone({birthDate})], {config: {minimumAge: 18, thresholds}}).metadata.value;
  assert.deepEqual(
    ['1931-05-06', '2008-11-22', '2008-11-23', '2020-01-01'].map((birth) => told(birth)),
    [0, 0, -1, -1],
  );
  assert.deepEqual(
    ['1931-05-06', '2007-11-22'].map((birth) => told(birth, {id_age_comparison: 3})),
    [3, 2],
  );
});

test('dates that cannot follow one another fail', () => {
  const name = 'id_valid_dates_detection';
  const back = (statement: Partial<typeof licence>) => [withBarcode(statement)];
  assert.deepEqual(verdict(name, back({})), ['passed']);
  assert.deepEqual(verdict(name, back({issueDate: '2027-01-01'})), ['failed', 'issue_in_future']);
  assert.deepEqual(verdict(name, back({birthdate: '1900-01-01'})), ['failed', 'birth_too_long_ago']);
  assert.deepEqual(verdict(name, back({birthdate: '2027-01-01', issueDate: '2026-01-01'})), [
    'failed',
    'birth_in_future',
    'issue_before_birth',
  ]);
  assert.deepEqual(verdict(name, back({expirationDate: '2025-01-01'})), ['failed', 'expiry_before_issue']);
  assert.deepEqual(verdict(name, back({expirationDate: '2099-01-01'})), ['failed', 'expiry_too_far']);
  assert.deepEqual(verdict(name, [picture()]), ['not_applicable', 'no_dates']);
});

test('a zone that contradicts itself fails with the digits that are wrong', () => {
  const wrong = withZone({}, {change: ([first = '', second = '']) => [first, second.replace('9910', '9911')]});
  const check = run('id_mrz_inconsistency_detection', [wrong]);
  assert.deepEqual([check.status, check.reasons], ['failed', ['check_digit_wrong']]);
  assert.deepEqual(check.metadata['wrong-check-digits'], ['birthDate', 'composite']);
  const unknown = withZone({issuer: 'QQQ', nationality: 'NLD'});
  assert.deepEqual(verdict('id_mrz_inconsistency_detection', [unknown]), ['failed', 'issuer_unknown']);
});

test('zones of two documents do not make one', () => {
  const back = withZone({documentNumber: 'X00000001'}, {side: 'back', evidenceId: 'evi_2'});
  assert.deepEqual(verdict('id_mrz_inconsistency_detection', [withZone(), back]), ['failed', 'sides_disagree']);
});

test('a bar code that contradicts itself fails with what it says', () => {
  const name = 'id_barcode_inconsistency_detection';
  assert.deepEqual(verdict(name, [withBarcode()]), ['passed']);
  assert.deepEqual(verdict(name, [withBarcode({iin: '636099'})]), ['failed', 'unknown_issuer']);
  assert.deepEqual(verdict(name, [withBarcode({expirationDate: '2024-01-01'})]), ['failed', 'expiry_before_issue']);
  assert.deepEqual(verdict(name, [withZone()]), ['not_applicable', 'not_on_this_document']);
});

test('zone and bar code of different people fail', () => {
  const name = 'id_extraction_inconsistency_detection';
  assert.deepEqual(verdict(name, [withZone({issuer: 'USA'}), withBarcode()]), ['passed']);
  const other = [withZone({issuer: 'USA', surname: 'OTHER'}), withBarcode()];
  assert.deepEqual(verdict(name, other), ['failed', 'sources_disagree']);
  assert.deepEqual(run(name, other).metadata['disagreeing'], ['name-last']);
  assert.deepEqual(verdict(name, [withZone()]), ['not_applicable', 'name_single_source']);
  const config = {nameSources: 1} as const;
  assert.deepEqual(verdict(name, [withZone()], {config}), ['not_applicable', 'single_source']);
});

test('what a document does not carry is not missed', () => {
  const german = {chosen: {type: 'dl', country: 'DE'}} as const;
  assert.deepEqual(verdict('id_barcode_detection', [picture()], german), ['not_applicable', 'not_on_this_document']);
  assert.deepEqual(verdict('id_mrz_detection', [picture()], german), ['not_applicable', 'not_on_this_document']);
  assert.deepEqual(verdict('id_type_detection', [picture({side: 'back'})], german), ['failed', 'type_not_detected']);
  assert.deepEqual(verdict('id_mrz_detection', [picture()], {chosen: {type: 'pp'}}), ['failed', 'mrz_not_found']);
});

test('a bar code that was seen but not decoded, or is no licence, says so', () => {
  const corners = withBarcode().barcode;
  assert.ok(corners && corners.status === 'decoded');
  const located = picture({side: 'back', barcode: {status: 'located', corners: corners.corners}});
  const parcel = picture({
    side: 'back',
    barcode: {...corners, text: 'parcel'},
    aamva: {ok: false, reason: 'not_aamva'},
  });
  const chosen = {type: 'dl', country: 'US'} as const;
  const check = run('id_barcode_detection', [located], {chosen});
  assert.deepEqual(check.reasons, ['barcode_not_decoded']);
  assert.deepEqual(check.metadata.regions, [
    {
      evidenceId: 'evi_1',
      x: 100,
      y: 400,
      width: 1400,
      height: 400,
      pictureWidth: 1600,
      pictureHeight: 1200,
      label: 'barcode',
    },
  ]);
  assert.deepEqual(verdict('id_barcode_detection', [parcel], {chosen}), ['failed', 'barcode_not_aamva']);
});

test("required fields are the template's, and a doubtful one does not count", () => {
  const name = 'id_extracted_properties_detection';
  assert.deepEqual(verdict(name, [withZone()]), ['passed']);
  const config = {requiredFields: ['name-last', 'address-city'] as ('name-last' | 'address-city')[]};
  assert.deepEqual(run(name, [withZone()], {config}).metadata['missing'], ['address-city']);
  const wrong = withZone({}, {change: ([first = '', second = '']) => [first, second.replace('9910', '9911')]});
  assert.deepEqual(run(name, [wrong]).metadata['missing'], ['birthdate']);
  assert.deepEqual(verdict(name, [wrong], {config: {requiredFields: []}}), [
    'not_applicable',
    'no_required_properties',
  ]);
});

test('a bad picture is named only where nothing could be read in it', () => {
  const quality = {...picture().quality, sharpness: 3, exposure: {...picture().quality.exposure, mean: 20}};
  const name = 'id_unprocessable_submission_detection';
  assert.deepEqual(verdict(name, [picture({quality})]), ['failed', 'too_dark', 'blurry']);
  assert.deepEqual(verdict(name, [withZone({}, {quality})]), ['passed']);
  assert.deepEqual(verdict('id_blur_detection', [withZone({}, {quality})]), ['failed', 'blurry']);
});

test('issuers without a country pass where any is taken, and not where a list is', () => {
  const name = 'id_disallowed_country_detection';
  const stateless = [withZone({issuer: 'XXA', nationality: 'XXA'})];
  assert.deepEqual(verdict(name, stateless), ['passed']);
  assert.deepEqual(verdict(name, stateless, {config: {countries: ['NL']}}), ['failed', 'no_country']);
  assert.deepEqual(verdict(name, [withZone({issuer: 'UTO'})]), ['failed', 'specimen_issuer']);
  assert.deepEqual(verdict(name, [withZone({issuer: 'UTO'})], {sandbox: true}), ['passed']);
});
