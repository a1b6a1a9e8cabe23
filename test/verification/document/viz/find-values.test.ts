import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {findAligned} from '../../../../src/verification/document/viz/align.ts';
import {findValue, type ValueKind} from '../../../../src/verification/document/viz/find-values.ts';
import {lineOf, linesOf} from './lines-of.ts';

test('finds a name whatever its case, its spaces and the label before it', () => {
  for (const text of ['SOLBERG', 'Solberg', 'Surname SOLBERG', '1 SOLBERG', '1SOLBERG', 'SOLBERG,LINNEA']) {
    const found = findValue('SOLBERG', 'name', linesOf('UTOPIA', text));
    assert.deepEqual([found.agrees, found.similarity, found.differing], [true, 1, []], text);
  }
  assert.equal(findValue('LINNEA MARIA', 'name', linesOf('LINNEAMARIA')).similarity, 1);
});

test('a name may stand on two lines, below or beside one another', () => {
  assert.equal(findValue('LINNEA MARIA', 'name', linesOf('LINNEA', 'MARIA')).similarity, 1);
  const beside = [lineOf('MARIA', {x: 400}), lineOf('LINNEA', {x: 100})];
  assert.equal(findValue('LINNEA MARIA', 'name', beside).similarity, 1);
  assert.ok(findValue('LINNEA MARIA', 'name', linesOf('LINNEA', 'x', 'y', 'z', 'MARIA')).similarity < 1);
});

test('says which characters differ, counted in the value as the other source writes it', () => {
  const found = findValue('VAN DER BERG', 'name', linesOf('VAN DEN BERG'));
  assert.deepEqual([found.agrees, found.differing], [true, [6]]);
  assert.equal(found.similarity, 0.9);
  const other = findValue('SOLBERG', 'name', linesOf('HANSEN'));
  assert.equal(other.agrees, false);
});

test('letters that a zone cannot write agree by their transliteration, and are given back', () => {
  const found = findValue('MUELLER', 'name', linesOf('Müller'));
  assert.deepEqual([found.agrees, found.similarity, found.spelling], [true, 1, 'MÜLLER']);
  assert.equal(findValue('RENE', 'name', linesOf('René')).spelling, 'RENÉ');
  assert.equal(findValue('SOERENSEN', 'name', linesOf('SØRENSEN')).spelling, 'SØRENSEN');
});

test('a recogniser that lost the accent agrees, and gives nothing back', () => {
  const found = findValue('MUELLER', 'name', linesOf('MULLER'));
  assert.deepEqual([found.agrees, found.similarity, found.spelling], [true, 1, undefined]);
});

test('an accent is not given back where the zone says something else', () => {
  assert.equal(findValue('MULLER', 'name', linesOf('Müller')).spelling, undefined);
  assert.equal(findValue('MUELLES', 'name', linesOf('Müller')).spelling, undefined);
});

test('a short name must stand as a word of its own', () => {
  assert.equal(findValue('WU', 'name', linesOf('SWUNG')).agrees, false);
  assert.equal(findValue('WU', 'name', linesOf('WV')).agrees, false);
  assert.equal(findValue('WU', 'name', linesOf('1 WU')).agrees, true);
});

test('a longer name is another name, unless what runs on is a name of the same person', () => {
  assert.equal(findValue('MARTIN', 'name', linesOf('MARTINEZ')).agrees, false);
  assert.equal(findValue('PUBLIC', 'name', linesOf('REPUBLIC OF POLAND')).agrees, false);
  assert.equal(findValue('JORDAN', 'name', linesOf('JORDANLEE')).agrees, false);
  assert.equal(findValue('JORDAN', 'name', linesOf('JORDANLEE'), ['LEE']).similarity, 1);
  assert.equal(findValue('SOLBERG', 'name', linesOf('SurnameSOLBERG')).similarity, 1);
});

test('a number agrees through the letters that its digits look like, not through others', () => {
  assert.equal(findValue('T64235789', 'number', linesOf('4d DLN T6423S789')).similarity, 1);
  assert.equal(findValue('T64235789', 'number', linesOf('T64 235 789')).similarity, 1);
  assert.deepEqual(findValue('T64235789', 'number', linesOf('T64237789')).differing, [5]);
  assert.equal(findValue('T64235789', 'number', linesOf('K81990021')).agrees, false);
  assert.equal(findValue('4235789', 'number', linesOf('T64235789001')).agrees, false);
});

test('a date agrees in any form, and not with its neighbour', () => {
  for (const text of ['12 MAR 1990', '12.03.1990', '03/12/1990', '12031990', 'Born 12.03.90', '19900312']) {
    assert.equal(findValue('1990-03-12', 'date', linesOf(text)).agrees, true, text);
  }
  for (const text of ['13 MAR 1990', '12.03.1991', '12 MAY 1990', '']) {
    assert.equal(findValue('1990-03-12', 'date', linesOf(text)).agrees, false, text);
  }
  const apart = [lineOf('12APR/APR', {x: 100}), lineOf('2006', {x: 300})];
  assert.equal(findValue('2006-04-12', 'date', apart).agrees, true);
});

test('the region is the value alone, not its label', () => {
  const {region} = findValue('SOLBERG', 'name', [lineOf('SURNAME SOLBERG', {x: 100, height: 20})]);
  assert.ok(region);
  // Fifteen characters of ten pixels, the name begins with the ninth.
  assert.ok(region.x > 160 && region.x < 190 && region.x + region.width <= 250, JSON.stringify(region));
});

test('edits are counted, and the place is where they are fewest', () => {
  assert.deepEqual(findAligned('ABC', 'xxABCxx'), {similarity: 1, start: 2, end: 5, differing: []});
  assert.deepEqual(findAligned('ABCD', 'xABDx').differing, [2]);
  assert.deepEqual(findAligned('ABCD', 'ABxCD').similarity, 0.75);
  assert.equal(findAligned('ABC', '').similarity, 0);
  assert.equal(findAligned('', 'ABC').similarity, 0);
});

const noise = fc.oneof(fc.string({maxLength: 120}), fc.string({unit: 'binary', maxLength: 60}));
const printed = fc.array(
  fc.record({text: noise, x: fc.integer({min: 0, max: 900}), y: fc.integer({min: 0, max: 900})}),
  {maxLength: 25},
);

test('never throws or hangs on any lines and any value', () => {
  fc.assert(
    fc.property(printed, noise, fc.constantFrom<ValueKind>('name', 'number', 'date'), (texts, value, kind) => {
      const lines = texts.map(({text, ...place}) => lineOf(text, place));
      const found = findValue(value, kind, lines);
      assert.ok(found.similarity >= 0 && found.similarity <= 1);
      assert.ok(found.differing.every((at) => at >= 0 && at < value.length));
    }),
  );
});

test('a name that is printed is found among any other lines', () => {
  const name = fc.string({unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), minLength: 4, maxLength: 20});
  fc.assert(
    fc.property(name, printed, (value, texts) => {
      const lines = [...texts.map(({text, ...place}) => lineOf(text, place)), lineOf(value, {y: 950})];
      assert.equal(findValue(value, 'name', lines).similarity, 1);
    }),
  );
});
