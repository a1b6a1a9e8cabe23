import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import fc from 'fast-check';
import {findCardOutline} from '../../../../src/verification/document/card-outline.ts';
import {mrzRecogniser} from '../../../../src/verification/document/mrz-net.node.ts';
import {readMrz} from '../../../../src/verification/document/mrz/read.ts';
import {visualZoneNets} from '../../../../src/verification/document/viz/nets.node.ts';
import {readVisualZone} from '../../../../src/verification/document/viz/read-visual-zone.node.ts';
import {decodeImage} from '../../../../src/verification/image/decode.node.ts';
import {findRivalNumber} from '../../../../src/verification/document/viz/rival-number.ts';
import {lineOf, linesOf} from './lines-of.ts';

const value = 'T64235789';

test('finds a number that differs in digits, in one word or in groups, with its place', () => {
  for (const printed of ['T64235798', 'No T6423 5798', 'T-642-357-98', 'USA T64235798 P']) {
    const found = findRivalNumber(value, linesOf('PASSPORT', printed));
    assert.deepEqual([found?.text, found?.differing], ['T64235798', [7, 8]], printed);
  }
  const {region} = findRivalNumber(value, [lineOf('No T64235798', {x: 100})]) ?? {};
  assert.ok(region && region.x > 120 && region.width < 100);
});

test('sees on a photograph that the zone has two digits the other way round', async () => {
  const {gray} = await decodeImage(
    await readFile(new URL('../../../../demo/specimens/passport-photo.jpg', import.meta.url)),
  );
  const outline = findCardOutline(gray);
  const mrz = await readMrz(gray, await mrzRecogniser(), {today: '2026-11-22'});
  const number = mrz?.parsed.fields.documentNumber?.value ?? '';
  const zone = {...(mrz && {mrz}), ...(outline && {outline})};
  const {lines} = await readVisualZone(gray, await visualZoneNets(), zone);
  assert.equal(findRivalNumber(number, lines), undefined);
  const swapped = number.replace(/(\d)(\d)(?=\D?$)/, '$2$1');
  assert.notEqual(swapped, number);
  assert.equal(findRivalNumber(swapped, lines)?.text, number);
});

test('leaves alone what a recogniser confuses, what it doubts, and other numbers of the document', () => {
  const none = (...lines: string[]) => assert.equal(findRivalNumber(value, linesOf(...lines)), undefined, lines.join());
  none('T6423S789'); // a letter in the place of a digit
  none('764235789');
  none('T6423578', 'T642357891'); // cut short, or run together with the next
  none('T91140982', '20 OCT 1999', 'AB64235789');
  none(value);
  assert.equal(findRivalNumber(value, [lineOf('T64235798', {probability: 0.93})]), undefined);
  assert.equal(findRivalNumber('1234', linesOf('1243')), undefined);
});

test('is of the length of the value and another in the positions that it names', () => {
  const number = fc.stringMatching(/^[A-Z0-9]{6,12}$/);
  fc.assert(
    fc.property(number, fc.array(fc.stringMatching(/^[A-Z0-9 -]{0,20}$/), {maxLength: 4}), (wanted, texts) => {
      const found = findRivalNumber(wanted, linesOf(...texts));
      if (!found) return;
      assert.equal(found.text.length, wanted.length);
      assert.deepEqual(
        [...wanted].flatMap((symbol, i) => (symbol === found.text[i] ? [] : [i])),
        found.differing,
      );
    }),
  );
});
