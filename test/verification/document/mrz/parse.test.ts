import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {formatMrz, type MrzContent} from '../../../../src/verification/document/mrz/format.ts';
import {checkDigit} from '../../../../src/verification/document/mrz/check-digits.ts';
import {readMrzDate} from '../../../../src/verification/document/mrz/dates.ts';
import {mrzIssuer} from '../../../../src/verification/document/mrz/issuers.ts';
import {mrzLayoutTables} from '../../../../src/verification/document/mrz/layouts.ts';
import {parseMrz, type MrzFieldName, type MrzParse} from '../../../../src/verification/document/mrz/parse.ts';
import {toMrzName} from '../../../../src/verification/document/mrz/transliterate.ts';
import {mrzLayouts} from '../../../../src/protocol/government-id.ts';

const today = '2026-11-22';

function values(parse: MrzParse): Partial<Record<MrzFieldName, string | null>> {
  return Object.fromEntries(Object.entries(parse.fields).map(([name, field]) => [name, field.value]));
}

/** Examples printed in ICAO 9303 parts 4 to 7. */
const icao = {
  TD3: ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
  TD1: ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
  TD2: ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'],
  MRVA: ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'],
  MRVB: ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<'],
};

describe('parsing a machine-readable zone', () => {
  for (const [layout, lines] of Object.entries(icao)) {
    it(`reads ICAO's own ${layout}`, () => {
      const parse = parseMrz(lines, {today});
      assert.equal(parse.layout, layout);
      assert.deepEqual(
        parse.checks.filter((check) => !check.valid),
        [],
      );
      assert.equal(parse.valid, true, JSON.stringify(parse.fields));
      assert.equal(parse.fields.surname?.value, 'ERIKSSON');
      assert.equal(parse.fields.givenNames?.value, 'ANNA MARIA');
      assert.equal(parse.fields.sex?.value, 'F');
    });
  }

  it('gives every field its value, raw text and range', () => {
    const parse = parseMrz(icao.TD3, {today});
    assert.deepEqual(values(parse), {
      surname: 'ERIKSSON', givenNames: 'ANNA MARIA', documentNumber: 'L898902C3', documentCode: 'P', issuer: null, nationality: null,
      sex: 'F', birthDate: '1974-08-12', expiryDate: '2012-04-15', optional1: 'ZE184226B',
    }); // prettier-ignore
    assert.equal(parse.documentType, 'pp');
    for (const field of Object.values(parse.fields)) {
      assert.ok(
        parse.lines[field.range.line]?.slice(field.range.start, field.range.end).startsWith(field.raw.slice(0, 3)),
      );
    }
  });

  it('reads the former French card, whose names stand on two lines', () => {
    const lines = ['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', '8806923102858CORINNE<<<<<<<6512068F6'];
    const parse = parseMrz(lines, {today});
    assert.equal(parse.layout, 'FRA2X36');
    assert.equal(parse.valid, true, JSON.stringify(parse));
    assert.deepEqual(
      [
        parse.fields.surname?.value,
        parse.fields.givenNames?.value,
        parse.fields.birthDate?.value,
        parse.fields.issueDate?.value,
      ],
      ['BERTHIER', 'CORINNE', '1965-12-06', '1988-06'],
    );
  });

  it('continues a long document number in the optional field', () => {
    const lines = formatMrz('TD1', {
      documentCode: 'I', issuer: 'UTO', surname: 'Eriksson', givenNames: 'Anna', documentNumber: 'D23145890734', birthDate: '1974-08-12',
      expiryDate: '2032-04-15', sex: 'F', optional1: 'AB12',
    }); // prettier-ignore
    assert.equal(lines[0], `I<UTOD23145890<734${checkDigit('D23145890734')}<AB12<<<<<<`);
    const parse = parseMrz(lines, {today});
    assert.equal(parse.valid, true);
    assert.deepEqual([parse.fields.documentNumber?.value, parse.fields.optional1?.value], ['D23145890734', 'AB12']);
  });

  it('knows the issuers that are no ISO alpha-3 code', () => {
    const known = {
      'D<<': 'DE',
      GBD: 'GB',
      GBN: 'GB',
      GBO: 'GB',
      GBP: 'GB',
      GBS: 'GB',
      RKS: 'XK',
      EUE: 'EU',
      ZIM: 'ZW',
      FRA: 'FR',
    };
    for (const [code, alpha2] of Object.entries(known)) assert.equal(mrzIssuer(code)?.alpha2, alpha2, code);
    for (const code of ['UNO', 'UNA', 'XPO', 'XOM', 'XXA', 'XXB', 'XXC', 'XXX', 'UTO']) {
      assert.ok(mrzIssuer(code), code);
      assert.equal(mrzIssuer(code)?.alpha2, undefined, code);
    }
    assert.equal(mrzIssuer('UTO')?.kind, 'specimen');
    assert.equal(mrzIssuer('QQQ'), undefined);
  });

  it('says what is wrong with a field', () => {
    const [first = '', second = ''] = icao.TD3;
    const wrong = parseMrz(
      [first.replace('UTO', 'QQQ'), second.replace('7408122', '7413122').replace('L898902C3', 'L898902C4')],
      {today},
    );
    assert.equal(wrong.valid, false);
    assert.equal(wrong.fields.issuer?.reason, 'unknown_code');
    assert.equal(wrong.fields.birthDate?.reason, 'date_impossible');
    assert.equal(wrong.fields.documentNumber?.reason, 'check_digit_wrong');
    assert.equal(wrong.fields.documentNumber?.value, 'L898902C4', 'the value is kept as it stands');
    assert.equal(wrong.checks.find((check) => check.name === 'composite')?.valid, false);
  });

  it('has no layout and no fields for lines that fit none', () => {
    for (const lines of [[], ['P<UTO'], ['A'.repeat(44)], ['A'.repeat(30), 'A'.repeat(36)], ['', '']]) {
      assert.deepEqual(
        {...parseMrz(lines), raw: 0, lines: 0},
        {layout: null, fields: {}, checks: [], valid: false, raw: 0, lines: 0},
      );
    }
  });

  it('never throws and always answers', () => {
    const symbol = fc.constantFrom(...'<<<0123456789ABCDEFXYZ äß\u0000🂡'.split(''));
    const line = fc.oneof(
      fc.string(),
      ...[30, 36, 44].map((n) => fc.string({unit: symbol, minLength: n, maxLength: n})),
    );
    fc.assert(
      fc.property(fc.array(line, {maxLength: 4}), (lines) => {
        const parse = parseMrz(lines, {today});
        assert.deepEqual(parse.raw, lines);
        assert.equal(parse.layout === null, Object.keys(parse.fields).length === 0);
      }),
      {numRuns: 2000},
    );
  });
});

describe('dates of an MRZ', () => {
  const date = (raw: string, purpose: 'birth' | 'expiry' | 'issue' = 'birth') => readMrzDate(raw, purpose, today);

  it('put a birth into the past and an expiry near today', () => {
    assert.equal(date('261122').value, '2026-11-22', 'born today');
    assert.equal(date('261123').value, '1926-11-23', 'a day later: a century ago');
    assert.equal(date('740812').value, '1974-08-12');
    assert.equal(date('361122', 'expiry').value, '2036-11-22');
    assert.equal(date('961122', 'expiry').value, '1996-11-22', 'long expired');
    assert.equal(date('991231', 'issue').value, '1999-12-31');
    assert.equal(readMrzDate('050101', 'expiry', '2099-06-01').value, '2105-01-01');
  });

  it('may be partly or wholly unknown', () => {
    assert.deepEqual(date('7408<<'), {value: '1974-08', valid: true, reason: 'date_partial'});
    assert.deepEqual(date('74<<<<'), {value: '1974', valid: true, reason: 'date_partial'});
    assert.deepEqual(date('<<<<<<'), {value: null, valid: true, reason: 'date_unknown'});
    assert.equal(date('74<<12').reason, 'date_malformed');
  });

  it('must exist', () => {
    for (const raw of ['740230', '741301', '740001', '740100', '230229'])
      assert.equal(date(raw).reason, 'date_impossible', raw);
    assert.equal(date('240229').value, '2024-02-29');
    assert.equal(date('7A0101').reason, 'date_malformed');
  });
});

describe('writing a machine-readable zone', () => {
  it('gives the lines of ICAO', () => {
    const person = {
      issuer: 'UTO',
      surname: 'Eriksson',
      givenNames: 'Anna Maria',
      birthDate: '1974-08-12',
      sex: 'F',
      expiryDate: '2012-04-15',
    } as const;
    assert.deepEqual(
      formatMrz('TD3', {...person, documentCode: 'P', documentNumber: 'L898902C3', optional1: 'ZE184226B'}),
      icao.TD3,
    );
    assert.deepEqual(formatMrz('TD1', {...person, documentCode: 'I', documentNumber: 'D23145890'}), icao.TD1);
    assert.deepEqual(formatMrz('TD2', {...person, documentCode: 'I', documentNumber: 'D23145890'}), icao.TD2);
  });

  it('transliterates as ICAO recommends', () => {
    const names = {'Müller-Lüdenscheidt': 'MUELLER<LUEDENSCHEIDT', "O'Connor": 'OCONNOR', Şahin: 'SAHIN', Þuríður: 'THURIDUR', Ñandú: 'NANDU',
      'Ångström Æbelø': 'AANGSTROEM<AEBELOE', Щербаков: 'SHCHERBAKOV', 'van  der Berg': 'VAN<DER<BERG', Łódź: 'LODZ', 'Großmann': 'GROSSMANN'}; // prettier-ignore
    for (const [name, expected] of Object.entries(names)) assert.equal(toMrzName(name), expected);
  });

  it('cuts a name that is too long, keeping a letter of the given names', () => {
    const [first = ''] = formatMrz('TD2', {
      documentCode: 'I', issuer: 'UTO', surname: 'Nilavadhanananda Papandropoulous Chayapa', givenNames: 'Dejthamrong', documentNumber: '1',
      birthDate: '',
    }); // prettier-ignore
    assert.equal(first, 'I<UTONILAVADHANANANDA<PAPANDROPOU<<D');
    assert.equal(parseMrz([first, '<'.repeat(36)], {today}).fields.givenNames?.reason, 'truncated');
  });

  it('refuses what a layout cannot hold', () => {
    const content = {documentCode: 'P', issuer: 'UTO', surname: 'A', documentNumber: '1', birthDate: ''};
    assert.throws(() => formatMrz('TD3', {...content, documentNumber: '1234567890'}), RangeError);
    assert.throws(() => formatMrz('TD3', {...content, documentNumber: 'Ä1'}), RangeError);
    assert.throws(() => formatMrz('TD3', {...content, surname: '...'}), RangeError);
    assert.throws(() => formatMrz('TD3', {...content, birthDate: '12.08.1974'}), RangeError);
  });

  it('writes what the parser reads back, in every layout', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')),
      minLength: 1,
      maxLength: 8,
    });
    const iso = fc
      .date({min: new Date('1930-01-01'), max: new Date('2026-11-21'), noInvalidDate: true})
      .map((d) => d.toISOString().slice(0, 10));
    const later = fc
      .date({min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true})
      .map((d) => d.toISOString().slice(0, 10));
    const number = fc.string({unit: fc.constantFrom(...'ABCXYZ0123456789'.split('')), minLength: 1, maxLength: 14});
    const content = fc.record({
      surname: word, givenNames: fc.tuple(word).map(([a]) => a), number, birthDate: iso, expiryDate: later,
      sex: fc.constantFrom('M' as const, 'F' as const, 'X' as const), issuer: fc.constantFrom('D', 'FRA', 'GBR', 'UTO', 'XXA', 'RKS'),
    }); // prettier-ignore
    fc.assert(
      fc.property(fc.constantFrom(...mrzLayouts), content, (layout, {number, ...rest}) => {
        const french = layout === 'FRA2X36';
        const documentNumber = french
          ? '880692310285'
          : mrzLayoutTables[layout].longNumbers
            ? number
            : number.slice(0, 9);
        const code = french ? 'ID' : {TD1: 'I', TD2: 'I', TD3: 'P', MRVA: 'V', MRVB: 'V'}[layout];
        const sample: MrzContent = {...rest, documentCode: code, documentNumber, ...(french ? {issuer: 'FRA'} : {})};
        const parse = parseMrz(formatMrz(layout, sample), {today});
        assert.equal(parse.layout, layout);
        assert.equal(parse.valid, true, JSON.stringify(parse));
        const read = values(parse);
        assert.deepEqual(
          [read.surname, read.givenNames, read.documentNumber, read.birthDate, read.sex],
          [sample.surname, sample.givenNames, documentNumber, sample.birthDate, sample.sex],
        );
        if (!french) assert.equal(read.expiryDate, sample.expiryDate);
      }),
      {numRuns: 500},
    );
  });

  it('agrees with the labelled specimens', () => {
    const file = new URL('../../../data/documents/synth.json', import.meta.url);
    for (const {mrz, format} of JSON.parse(readFileSync(file, 'utf8')) as {mrz: string[]; format: string}[]) {
      const parse = parseMrz(mrz, {today});
      assert.equal(parse.layout, format);
      assert.equal(parse.valid, true, mrz.join('\n'));
    }
  });
});
