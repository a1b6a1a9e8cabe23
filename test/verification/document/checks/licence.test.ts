import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {SubmissionReading} from '../../../../src/verification/document/reading.ts';
import {picture, submission, withBarcode, withZone} from '../submission.ts';
import {verdictOf} from './check-of.ts';

test('a post-office box is no address, in any of its languages', () => {
  const name = 'id_po_box_detection';
  const boxes = [
    'PO BOX 12',
    'P.O. Box 44',
    'POST OFFICE BOX 1',
    'GPO BOX 9',
    'Apartado 77',
    'Boîte postale 5',
    'BP 120',
    'Postfach 3',
  ];
  for (const street of boxes) assert.deepEqual(verdictOf(name, [withBarcode({street})]), ['failed', 'po_box'], street);
  for (const street of ['1 SPECIMEN STREET', '12 BOXWOOD LANE', '4 POST ROAD', '7 BPM AVENUE', 'POSTFACHER WEG 2'])
    assert.deepEqual(verdictOf(name, [withBarcode({street})]), ['passed'], street);
  assert.deepEqual(verdictOf(name, [withZone()]), ['not_applicable', 'missing_address']);
});

test('REAL ID is read from the bar code of American licences', () => {
  const name = 'id_real_id_detection';
  const stated = (value: string): Partial<SubmissionReading> => {
    const fields = {...submission([withBarcode()]).fields};
    return {fields: {...fields, 'real-id': {value, sources: ['barcode'], confidence: 0.98}}};
  };
  assert.deepEqual(verdictOf(name, [withBarcode()], stated('true')), ['passed']);
  assert.deepEqual(verdictOf(name, [withBarcode()], stated('false')), ['failed', 'not_real_id']);
  assert.deepEqual(verdictOf(name, [withBarcode()], {fields: {}}), ['not_applicable', 'not_stated']);
  assert.deepEqual(verdictOf(name, [withZone()]), ['not_applicable', 'not_on_this_document']);
  assert.deepEqual(verdictOf(name, [picture()]), ['not_applicable', 'no_barcode']);
});
