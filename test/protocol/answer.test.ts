import {test} from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {bareText, cleanAnswer, isDay, problemsWith, type AnswerRule} from '../../src/protocol/answer.ts';
import {addressFormatOf} from '../../src/protocol/address-formats.ts';
import {matchesPattern} from '../../src/protocol/pattern.ts';
import {layInto} from '../../src/flow/steps/form/mask.ts';

const now = new Date('2026-11-29T12:00:00Z');

function codes(rule: AnswerRule, value: unknown): string[] {
  const clean = cleanAnswer(rule, value);
  return problemsWith(rule, () => clean, {now, addressFormat: addressFormatOf, matchesPattern}).map(({code}) => code);
}

test('who becomes eighteen today is eighteen, wherever on Earth today is', () => {
  const born: AnswerRule = {kind: 'date', field: 'birthdate', minAge: 18};
  assert.deepEqual(codes(born, '2008-11-30'), []);
  assert.deepEqual(codes(born, '2008-12-01'), ['too_young']);
  assert.deepEqual(codes({...born, maxAge: 20}, '2005-11-28'), ['too_old']);
  assert.deepEqual(codes({kind: 'date', field: 'd', max: 'today'}, '2026-12-05'), ['too_late']);
});

test('days are those of the calendar', () => {
  fc.assert(
    fc.property(fc.date({min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true}), (date) =>
      isDay(date.toISOString().slice(0, 10)),
    ),
  );
  for (const wrong of ['2026-02-29', '2026-13-01', '2026-1-1', '0000-01-01', '1990--3'])
    assert.equal(isDay(wrong), false);
});

test('texts are measured as people count, numbers by their digits, choices by what is offered', () => {
  assert.deepEqual(codes({kind: 'text-input', field: 'x', maxLength: 2}, '👩🏽'), []);
  assert.deepEqual(codes({kind: 'text-input', field: 'x', minLength: 3}, ' ab '), ['too_short']);
  assert.deepEqual(codes({kind: 'text-input', field: 'x', pattern: '[A-Z]{2}'}, 'ABC'), ['pattern']);
  assert.deepEqual(codes({kind: 'number', field: 'x'}, 1.5), ['not_whole']);
  assert.deepEqual(codes({kind: 'number', field: 'x', decimals: 2, max: 1}, 1.25), ['too_large']);
  assert.deepEqual(codes({kind: 'number', field: 'x'}, 'one'), ['invalid']);
  const options = [{value: 'a'}, {value: 'b'}];
  assert.deepEqual(codes({kind: 'checkbox-group', field: 'x', options, max: 1}, ['a', 'b']), ['too_many']);
  assert.deepEqual(codes({kind: 'checkbox-group', field: 'x', options}, ['a', 'a']), []);
  assert.deepEqual(codes({kind: 'url', field: 'x'}, 'javascript:alert(1)'), ['url']);
  assert.deepEqual(codes({kind: 'checkbox', field: 'x', required: true}, false), ['must_agree']);
});

test('whatever is typed into a mask is read back as it was', () => {
  const mask = fc
    .array(fc.constantFrom('#', 'A', '*', '-', ' ', '(', '.'), {minLength: 1, maxLength: 12})
    .map((all) => `${all.join('')}#`);
  fc.assert(
    fc.property(mask, fc.string({maxLength: 40}), (shape, typed) => {
      const {text, bare} = layInto(shape, typed);
      if (bare.length === [...shape].filter((one) => '#A*'.includes(one)).length)
        assert.equal(bareText(shape, text), bare);
    }),
  );
});
