import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {findPrintedDates} from '../../../../src/verification/document/viz/printed-dates.ts';

/** The likeliest meaning of each date. */
const first = (text: string, order?: 'month-day') => findPrintedDates(text, order).map(({candidates}) => candidates[0]);

test('reads the forms that documents print', () => {
  const forms: [string, string][] = [
    ['12.03.1990', '1990-03-12'],
    ['12 03 1990', '1990-03-12'],
    ['12/03/1990', '1990-03-12'],
    ['1990-03-12', '1990-03-12'],
    ['12 MAR 1990', '1990-03-12'],
    ['12MAR1990', '1990-03-12'],
    ['12 MAR/MARS 1990', '1990-03-12'],
    ['12 MAR / MARS 1990', '1990-03-12'],
    ['12 Märzmond / MAR 1990', '1990-03-12'],
    ['MAR 12, 1990', '1990-03-12'],
    ['8 Août/Aug 2006', '2006-08-08'],
    ['13LIP/JUL2016', '2016-07-13'],
    ['19OKT/OCT 1971', '1971-10-19'],
    ['01 dicembre 2001', '2001-12-01'],
  ];
  for (const [text, iso] of forms) assert.deepEqual(first(text), [iso], text);
});

test('a month that only the second language knows is taken from it', () => {
  assert.ok(findPrintedDates('24CEP/AUG91')[0]?.candidates.includes('1991-08-24'));
});

test('a nought and an O are told apart by what stands beside them', () => {
  assert.deepEqual(first('060CT1992'), ['1992-10-06']);
  assert.deepEqual(first('06 0CT 1992'), ['1992-10-06']);
  assert.deepEqual(first('1O.03.1990'), ['1990-03-10']);
  assert.deepEqual(first('11 N0V 2011'), ['2011-11-11']);
});

test('where both could be the month, the order of the country decides which comes first, and both are kept', () => {
  assert.deepEqual(findPrintedDates('03/12/1990')[0]?.candidates, ['1990-12-03', '1990-03-12']);
  assert.deepEqual(findPrintedDates('03/12/1990', 'month-day')[0]?.candidates, ['1990-03-12', '1990-12-03']);
  assert.deepEqual(first('10/20/1999'), ['1999-10-20']);
});

test('two digits of a year leave both centuries open', () => {
  assert.deepEqual(findPrintedDates('12.03.90')[0]?.candidates, [
    '2090-03-12',
    '1990-03-12',
    '2090-12-03',
    '1990-12-03',
  ]);
});

test('says where a date stands, and finds several in one line', () => {
  const found = findPrintedDates('4a. 01.02.2020 4b. 31.01.2035');
  assert.deepEqual(
    found.map(({start, end}) => '4a. 01.02.2020 4b. 31.01.2035'.slice(start, end)),
    ['01.02.2020', '31.01.2035'],
  );
});

test('what cannot be a day is no date', () => {
  for (const text of [
    '31.02.1990',
    '00.01.2000',
    '12.13.14.15',
    '1234567890',
    '45 MAR 1990',
    '12 XYZ 1990',
    '5901 2345',
  ]) {
    assert.deepEqual(first(text), [], text);
  }
});

test('every day of a century is found again in every form', () => {
  const day = fc.date({min: new Date('1930-01-01'), max: new Date('2039-12-31'), noInvalidDate: true});
  fc.assert(
    fc.property(day, fc.constantFrom('.', '/', '-', ' '), (date, mark) => {
      const iso = date.toISOString().slice(0, 10);
      const [year, month, number] = iso.split('-');
      for (const text of [
        [number, month, year],
        [month, number, year],
        [year, month, number],
      ]) {
        const found = findPrintedDates(`x ${text.join(mark)} y`);
        assert.ok(found.some(({candidates}) => candidates.includes(iso)));
      }
    }),
  );
});

test('never throws or hangs, and points into the text', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({maxLength: 300}),
        fc.string({unit: fc.constantFrom(...'0123456789./- JANMRÄ'), maxLength: 300}),
      ),
      (text) => {
        for (const {start, end, candidates} of findPrintedDates(text)) {
          assert.ok(start >= 0 && start < end && end <= text.length);
          for (const date of candidates) assert.match(date, /^\d{4}-\d{2}-\d{2}$/);
        }
      },
    ),
  );
});
