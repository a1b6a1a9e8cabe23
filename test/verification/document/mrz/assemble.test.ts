import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {assembleMrz, fitLength, type ReadLine} from '../../../../src/verification/document/mrz/assemble.ts';
import {formatMrz} from '../../../../src/verification/document/mrz/format.ts';
import {smoothFillers, snapIssuer} from '../../../../src/verification/document/mrz/repair.ts';

const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const card = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
const asRead = (lines: readonly string[]): ReadLine[] => lines.map((text) => ({text}));

/** Characters ten pixels apart, the first at `start`. */
const placed = (text: string, start: number): ReadLine => ({
  text,
  characters: [...text].map((_, i) => ({x: start + i * 10})),
});

describe('assembling lines from what was read', () => {
  it('leaves a clean reading as it is', () => {
    for (const lines of [passport, card]) {
      const assembly = assembleMrz(asRead(lines));
      assert.deepEqual([assembly?.lines, assembly?.repairs, assembly?.checkShare], [lines, [], 1]);
    }
  });

  it('corrects look-alikes where the layout or a check digit says so, and writes it down', () => {
    const read = [passport[0] ?? '', 'L898902C36UTO74O8122F1204159ZE184226B<<<<<1O'];
    const assembly = assembleMrz(asRead(read));
    assert.deepEqual(assembly?.lines, passport);
    assert.deepEqual(assembly?.rawLines, read);
    assert.deepEqual(
      assembly?.repairs.map(({kind, line, position, from, to}) => [kind, line, position, from, to]),
      [
        ['letter_or_digit', 1, 15, 'O', '0'],
        ['letter_or_digit', 1, 43, 'O', '0'],
      ],
    );
  });

  it('drops what was seen where two characters overlap, not a filler at the end', () => {
    const text = 'P<BRABBJOERK<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<<';
    const names = 'P<BRABJOERK<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<<<';
    const numbers = formatMrz('TD3', {
      documentCode: 'P', issuer: 'BRA', surname: 'Bjoerk', documentNumber: 'V472453W6', birthDate: '1959-03-25', expiryDate: '2031-07-24',
    })[1] ?? ''; // prettier-ignore
    // The second of the two stands four pixels behind the first instead of ten, and the reader is less sure of it.
    const characters = [...`${text}<`].map((_, i) => ({
      x: i < 6 ? i * 10 : i * 10 - 6,
      probability: i === 6 ? 0.5 : 0.99,
    }));
    characters.splice(5, 2, {x: 50, probability: 0.99}, {x: 54, probability: 0.5});
    const read = [{text: `${text}<`, characters}, placed(numbers, 0)];
    assert.deepEqual(assembleMrz(read)?.lines, [names, numbers]);
  });

  it('corrects a document number only where exactly one look-alike satisfies all check digits', () => {
    const person = {
      documentCode: 'P',
      issuer: 'UTO',
      surname: 'Eriksson',
      givenNames: 'Anna',
      birthDate: '1974-08-12',
      expiryDate: '2032-04-15',
    };
    const clear = formatMrz('TD3', {...person, documentNumber: 'RRRRRRR5R'});
    const assembly = assembleMrz(asRead([clear[0] ?? '', clear[1]?.replace('R5R', 'RSR') ?? '']));
    assert.deepEqual(assembly?.lines, clear);
    assert.deepEqual(assembly?.repairs, [{kind: 'check_digit', line: 1, position: 7, from: 'S', to: '5'}]);
    const ambiguous = [passport[0] ?? '', passport[1]?.replace('L898902C3', 'L89B902C3') ?? ''];
    assert.deepEqual(
      assembleMrz(asRead(ambiguous))?.lines,
      ambiguous,
      '8 for B would do, but so would B for the other 8',
    );
  });

  it('does not invent a document number when two digits are wrong', () => {
    const wrong = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L111902C36UTO7408122F1204159ZE184226B<<<<<10'];
    const assembly = assembleMrz(asRead(wrong));
    assert.ok(assembly);
    assert.ok(assembly.checkShare < 1);
    assert.deepEqual(assembly.lines, wrong);
  });

  it('drops clutter left of the common margin, not the filler at the end', () => {
    const [first = '', second = '', third = ''] = card;
    const assembly = assembleMrz([placed(first, 40), placed(second, 41), placed(`I${third}`, 30)]);
    assert.deepEqual(assembly?.lines, card);
    assert.equal(assembly?.from[2]?.[0], 1, 'its first character was the second read');
  });

  it('restores runs of fillers that were read too short or too long', () => {
    const [first = '', second = ''] = passport;
    for (const name of [first.slice(0, -4), `${first}<<`, first.replace('<<<<<<', '<<<KK<')]) {
      assert.deepEqual(assembleMrz(asRead([name, second]))?.lines, passport, name);
    }
  });

  it('keeps a letter where the issuer prints no check digit', () => {
    const read = ['IDAUT000009993<<<<<<<<<<<<<<<<', '7109094F111231AUT<<<<<<<<<<<<0', 'MUSTERFRAU<<ISOLDE<<<<<<<<<<<<'];
    assert.deepEqual(assembleMrz(asRead(read))?.lines, read);
  });

  it('knows a country by one look-alike, and leaves the others', () => {
    assert.equal(snapIssuer('UT0'), 'UTO');
    assert.equal(snapIssuer('O<<'), 'D<<');
    assert.equal(snapIssuer('QQQ'), 'QQQ');
    assert.equal(smoothFillers('ERIKSSON<<ANNA<<<<K<<<<<<'), 'ERIKSSON<<ANNA<<<<<<<<<<<');
    assert.equal(smoothFillers('ERIKSSON<<ANNA<MARIA'), 'ERIKSSON<<ANNA<MARIA');
  });

  it('makes nothing of a single line, of short lines, or of no lines', () => {
    for (const lines of [[], [passport[0] ?? ''], ['SHORT', 'LINES']])
      assert.equal(assembleMrz(asRead(lines)), undefined);
  });

  it('answers anything at all, with lines of the layout and a place for each character', () => {
    const line = fc.string({
      unit: fc.constantFrom(...'<<<<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')),
      maxLength: 52,
    });
    fc.assert(
      fc.property(fc.array(line, {maxLength: 4}), (lines) => {
        const assembly = assembleMrz(asRead(lines));
        if (!assembly) return;
        for (const [row, text] of assembly.lines.entries()) {
          assert.equal(text.length, assembly.table.length);
          assert.equal(assembly.from[row]?.length, text.length);
        }
      }),
      {numRuns: 300},
    );
  });

  it('brings any line to its length or gives it up', () => {
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom('<', 'A', '1'), maxLength: 60}), fc.boolean(), (text, isName) => {
        for (const fit of fitLength(text, 44, isName)) assert.equal(fit.text.length, 44);
      }),
    );
  });

  it('undoes any single look-alike in the numbers of a document', () => {
    const swaps: [string, string][] = [
      ['0', 'O'],
      ['1', 'I'],
      ['5', 'S'],
      ['8', 'B'],
      ['2', 'Z'],
    ];
    const lines = formatMrz('TD3', {
      documentCode: 'P', issuer: 'D', surname: 'Mustermann', givenNames: 'Erika', documentNumber: 'C01X00T47', birthDate: '1985-02-18',
      sex: 'F', expiryDate: '2031-10-25',
    }); // prettier-ignore
    for (const [digit, letter] of swaps) {
      for (let i = 13; i < 28; i++) {
        if (lines[1]?.[i] !== digit) continue;
        const read = [lines[0] ?? '', lines[1].slice(0, i) + letter + lines[1].slice(i + 1)];
        assert.deepEqual(assembleMrz(asRead(read))?.lines, lines, `${digit} at ${i}`);
      }
    }
  });
});
