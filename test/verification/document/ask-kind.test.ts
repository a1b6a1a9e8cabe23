import assert from 'node:assert/strict';
import {test} from 'node:test';
import {askKind} from '../../../src/verification/document/ask-kind.ts';
import {classify} from '../../../src/verification/document/classify.ts';
import type {PictureReading} from '../../../src/verification/document/reading.ts';
import {verdictOf} from './checks/check-of.ts';
import {picture, submission, withZone} from './submission.ts';
import {linesOf} from './viz/lines-of.ts';

const outline: NonNullable<PictureReading['outline']> = {
  quad: [
    {x: 100, y: 100},
    {x: 1500, y: 100},
    {x: 1500, y: 980},
    {x: 100, y: 980},
  ],
  support: 0.9,
};
const printed = (...texts: string[]) => picture({outline, visual: {lines: linesOf(...texts), fields: {}}});
const unnamed = printed('NIKOS', 'PAPADOPOULOS', 'AB123456', '01.02.1990');
const ask = (pictures: PictureReading[], chosen = {}) => askKind(submission(pictures, {chosen}));

test('asks about a document that does not say what it is', () => {
  assert.deepEqual(ask([unnamed]), []);
  const noIssuer = printed('DRIVING LICENCE', 'PAPADOPOULOS', 'AB123456', '01.02.1990');
  assert.equal(classify([noIssuer]).country, undefined);
  assert.deepEqual(ask([noIssuer]), [{type: 'dl'}]);
});

test('does not ask where the pictures or the person said it, nor about what is no document', () => {
  assert.equal(ask([withZone()]), undefined);
  assert.equal(ask([withZone({issuer: 'XYZ'})]), undefined);
  assert.equal(ask([printed('REISEPASS', 'BUNDESREPUBLIK DEUTSCHLAND', 'MUSTERMANN', 'ERIKA')]), undefined);
  assert.equal(ask([unnamed], {type: 'id'}), undefined);
  assert.equal(ask([printed('OPEN', 'CLOSED')]), undefined);
  const {outline: _border, ...shopSign} = unnamed;
  assert.equal(ask([shopSign]), undefined);
});

test('what a person says of it is no proof: a reviewer looks', () => {
  const about = {chosen: {type: 'dl', country: 'GR'} as const};
  const both = [unnamed, {...unnamed, side: 'back' as const}];
  assert.deepEqual(verdictOf('id_type_detection', both, about), ['not_applicable', 'said_by_person']);
  assert.deepEqual(verdictOf('id_entity_detection', both, about), ['not_applicable', 'said_by_person']);
  assert.deepEqual(verdictOf('id_type_detection', both), ['failed', 'type_not_detected']);
  assert.deepEqual(verdictOf('id_type_detection', [picture()], {chosen: {type: 'pp'}}), [
    'failed',
    'type_not_detected',
  ]);
});
