import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Authenticity} from '../../../../src/verification/document/authenticity/authenticity.ts';
import {editorOf} from '../../../../src/verification/document/authenticity/editors.ts';
import {picture, withBarcode, withZone} from '../submission.ts';
import {checkOf, verdictOf} from './check-of.ts';

const replica = 'id_electronic_replica_detection';
const colour = 'id_color_inconsistency_detection';
const tamper = 'id_tamper_detection';

/** A line of 44 characters, six of which stand `by` characters too far to the right. */
const shifted = (by: number) => Array.from({length: 44}, (_, i) => 25 * (i + (i >= 14 && i < 20 ? by : 0)));

const box = {x: 400, y: 500, width: 256, height: 256};
const measured = (about: Partial<Authenticity> = {}) => ({
  authenticity: {colourSpread: 20, screen: {peak: 2.6, boxes: [box]}, ...about},
});

test('a picture of a screen fails with the peak and where it was measured', () => {
  assert.deepEqual(verdictOf(replica, [withZone({}, measured())]), ['passed']);
  const screen = withZone({}, measured({screen: {peak: 4.9, boxes: [box]}}));
  const check = checkOf(replica, [withZone({}, measured()), screen]);
  assert.deepEqual([check.status, check.reasons, check.metadata.value], ['failed', ['replica_detected'], 4.9]);
  assert.deepEqual(check.metadata.regions, [
    {evidenceId: 'evi_1', ...box, pictureWidth: 1600, pictureHeight: 1200, label: 'measured'},
  ]);
  assert.deepEqual(verdictOf(replica, [picture({authenticity: {colourSpread: 20}})]), ['not_applicable', 'too_small']);
  assert.deepEqual(verdictOf(replica, []), ['not_applicable', 'no_picture']);
});

test('a black and white copy fails; the side with the bar code may be black and white', () => {
  assert.deepEqual(verdictOf(colour, [withZone({}, measured())]), ['passed']);
  assert.deepEqual(verdictOf(colour, [withZone({}, measured({colourSpread: 2.2}))]), ['failed', 'no_colour']);
  const back = withBarcode({}, measured({colourSpread: 1}));
  assert.deepEqual(verdictOf(colour, [back]), ['not_applicable', 'colourless_side']);
  assert.deepEqual(verdictOf(colour, [picture(measured()), back]), ['passed']);
  assert.deepEqual(verdictOf(colour, []), ['not_applicable', 'no_picture']);
});

test('a zone whose characters stand unevenly, or a file from an editor, fails with its own reason', () => {
  const unmeasured = [withZone({}, measured())];
  assert.deepEqual(verdictOf(tamper, unmeasured), ['not_applicable', 'no_character_rhythm']);
  const zone = withZone({}, measured());
  const even = {...zone, ...(zone.mrz && {mrz: {...zone.mrz, positions: [shifted(0)]}})};
  assert.deepEqual(verdictOf(tamper, [even]), ['passed']);
  const uneven = {...zone, ...(zone.mrz && {mrz: {...zone.mrz, positions: [shifted(0.4)]}})};
  const check = checkOf(tamper, [uneven]);
  assert.deepEqual([check.status, check.reasons], ['failed', ['uneven_characters']]);
  assert.ok((check.metadata.value ?? 0) > 0.3);
  assert.equal(check.metadata.regions?.length, 1);
  const edited = checkOf(tamper, [withZone({}, measured({editor: 'GIMP'}))]);
  assert.deepEqual([edited.reasons, edited.metadata['editors']], [['edited_with_software'], ['GIMP']]);
  assert.deepEqual(verdictOf(tamper, []), ['not_applicable', 'no_picture']);
});

test('editors are known by name, and the software of phones and cameras is none', () => {
  assert.equal(editorOf('Adobe Photoshop CS4 Windows'), 'Photoshop');
  assert.equal(editorOf('Paint.NET v3.5.10'), 'Paint.NET');
  for (const software of ['17.5.1', 'HDR+ 1.0.345618096zd', 'Ver.1.10', 'G991BXXU5CVF3', undefined])
    assert.equal(editorOf(software), undefined);
});
