import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {aamvaIssuers} from '../../../src/verification/barcode/aamva-issuers.ts';
import type {AamvaStatement} from '../../../src/verification/barcode/format-aamva.ts';
import {formatAamva} from '../../../src/verification/barcode/format-aamva.ts';
import type {AamvaDocument} from '../../../src/verification/barcode/parse-aamva.ts';
import {parseAamva} from '../../../src/verification/barcode/parse-aamva.ts';

const statement: AamvaStatement = {
  iin: '636014',
  version: 10,
  kind: 'dl',
  number: 'D1234567',
  nameFirst: 'JANE',
  nameMiddle: 'Q',
  nameLast: 'SAMPLE',
  birthdate: '1990-02-03',
  issueDate: '2024-05-06',
  expirationDate: '2032-02-03',
  sex: 'F',
  street: '1 SPECIMEN ST',
  city: 'ANYTOWN',
  postalCode: '90210',
};

function read(text: string): AamvaDocument {
  const result = parseAamva(text);
  assert.ok(result.ok, 'expected an AAMVA document');
  return result.document;
}

function value(document: AamvaDocument, field: keyof AamvaDocument['fields']): string | undefined {
  return document.fields[field]?.value;
}

test('reads what was written, in every version, by every issuer', () => {
  const word = fc.stringMatching(/^[A-Z]{2,12}$/).filter((text) => !['NONE', 'UNAVL', 'NULL'].includes(text));
  const date = (from: string, to: string) =>
    fc
      .date({min: new Date(from), max: new Date(to), noInvalidDate: true})
      .map((moment) => moment.toISOString().slice(0, 10));
  const statements = fc.record({
    iin: fc.constantFrom(...aamvaIssuers.map((issuer) => issuer.iin)),
    version: fc.integer({min: 1, max: 10}),
    kind: fc.constantFrom('dl' as const, 'id' as const),
    number: fc.stringMatching(/^[A-Z0-9]{6,16}$/),
    nameFirst: word,
    nameMiddle: word,
    nameLast: word,
    birthdate: date('1930-01-01', '2008-12-31'),
    issueDate: date('2018-01-01', '2024-12-31'),
    expirationDate: date('2026-01-01', '2034-12-31'),
    sex: fc.constantFrom('M' as const, 'F' as const, 'X' as const),
    street: word,
    city: word,
    postalCode: fc.constant('90210'),
  });
  fc.assert(
    fc.property(statements, (written) => {
      const document = read(formatAamva(written));
      assert.equal(document.kind, written.kind);
      assert.equal(document.version, written.version);
      assert.ok(document.directoryExact);
      assert.deepEqual(document.contradictions, []);
      assert.deepEqual(
        {
          number: value(document, 'document-number'),
          nameFirst: value(document, 'name-first'),
          nameMiddle: value(document, 'name-middle'),
          nameLast: value(document, 'name-last'),
          birthdate: value(document, 'birthdate'),
          issueDate: value(document, 'issue-date'),
          expirationDate: value(document, 'expiration-date'),
          sex: value(document, 'sex'),
          street: value(document, 'address-street-1'),
        },
        {
          number: written.number,
          nameFirst: written.nameFirst,
          nameMiddle: written.nameMiddle,
          nameLast: written.nameLast,
          birthdate: written.birthdate,
          issueDate: written.issueDate,
          expirationDate: written.expirationDate,
          sex: written.sex,
          street: written.street,
        },
      );
    }),
    {numRuns: 300},
  );
});

test('answers any text without throwing', () => {
  const noise = fc.string({unit: 'binary', maxLength: 300});
  const damaged = fc.tuple(noise, fc.nat(300), fc.nat(40)).map(([insert, at, cut]) => {
    const text = formatAamva(statement);
    return text.slice(0, at) + insert + text.slice(at + cut);
  });
  fc.assert(
    fc.property(fc.oneof(noise, damaged), (text) => typeof parseAamva(text).ok === 'boolean'),
    {numRuns: 1000},
  );
});

test('says that other text is not a licence', () => {
  assert.deepEqual(parseAamva('https://example.com'), {ok: false, reason: 'not_aamva'});
  assert.deepEqual(parseAamva('ANSI 636014100001DL00310005'), {ok: false, reason: 'no_elements'});
});

test('reads a first-edition name with the first element behind the directory', () => {
  const document = read(
    '@\n\x1e\rAAMVA6360060101DL00290050DAADOE,JOHN,Q,JR\nDAQ123456789\nDBB19700131\nDBA20300131\nDAJCT\r',
  );
  assert.equal(value(document, 'name-last'), 'DOE');
  assert.equal(value(document, 'name-first'), 'JOHN');
  assert.equal(value(document, 'name-middle'), 'Q');
  assert.equal(value(document, 'name-suffix'), 'JR');
  assert.equal(value(document, 'birthdate'), '1970-01-31');
  assert.equal(value(document, 'issuing-subdivision'), 'CT');
});

test('reads a first-edition name written with spaces', () => {
  const document = read('@\n\x1e\rANSI 6360250101DL00290050DLDAAJOHN Q PUBLIC\nDAQ12345678\nDBB19700131\r');
  assert.equal(value(document, 'name-first'), 'JOHN');
  assert.equal(value(document, 'name-middle'), 'Q');
  assert.equal(value(document, 'name-last'), 'PUBLIC');
});

test('reads given names of the second and third edition with comma or space', () => {
  const comma = read('@\n\x1e\rANSI 636045030001DL00310100DLDCSPUBLIC\nDCTANNE MARIE,LEE\nDAQX1\r');
  assert.equal(value(comma, 'name-first'), 'ANNE MARIE');
  assert.equal(value(comma, 'name-middle'), 'LEE');
  const space = read('@\n\x1e\rANSI 636045030001DL00310100DLDCSPUBLIC\nDCTQUINN LEE\nDAQX1\r');
  assert.equal(value(space, 'name-first'), 'QUINN');
  assert.equal(value(space, 'name-middle'), 'LEE');
});

test('takes the date order from country and version, and the other one only where it alone makes a date', () => {
  const canada = read('@\n\x1e\rANSI 636012080001DL00310100DLDAQX1\nDBB19900203\nDCGCAN\r');
  assert.equal(value(canada, 'birthdate'), '1990-02-03');
  const unitedStates = read('@\n\x1e\rANSI 636014080001DL00310100DLDAQX1\nDBB02031990\nDBA20300203\nDBD02301990\r');
  assert.equal(value(unitedStates, 'birthdate'), '1990-02-03');
  assert.deepEqual(unitedStates.fields['expiration-date'], {
    value: '2030-02-03',
    valid: true,
    reason: 'unexpected_date_order',
    element: 'DBA',
  });
  assert.deepEqual(unitedStates.fields['issue-date'], {
    value: '02301990',
    valid: false,
    reason: 'not_a_date',
    element: 'DBD',
  });
});

test('keeps the subfile of the jurisdiction apart', () => {
  const document = read(formatAamva({...statement, jurisdictionElements: {ZCA: 'BRN', ZCB: 'DAQ'}}));
  assert.deepEqual(
    document.subfiles.map((subfile) => subfile.type),
    ['DL', 'ZC'],
  );
  assert.equal(document.subfiles[1]?.elements.get('ZCA'), 'BRN');
  assert.equal(value(document, 'document-number'), 'D1234567');
});

test('reads flags, height, sex, postal code and truncation', () => {
  const document = read(
    '@\n\x1e\rANSI 636014090001DL00310100DLDAQX1\nDCSAVERYLONGNAM\nDDET\nDDFN\nDBC9\nDAU070 IN\nDAK902101234  \nDDAF\nDDK1\nDDL0\r',
  );
  assert.equal(value(document, 'height'), '178 cm');
  assert.equal(value(document, 'sex'), 'X');
  assert.equal(value(document, 'address-postal-code'), '90210-1234');
  assert.equal(value(document, 'real-id'), 'true');
  assert.equal(value(document, 'organ-donor'), 'true');
  assert.equal(value(document, 'veteran'), 'false');
  assert.deepEqual(document.truncation, {last: 'truncated', first: 'complete', middle: 'unknown'});
});

test('names what cannot be true together', () => {
  const text = formatAamva({...statement, issueDate: '2033-01-01', birthdate: '2034-01-01'}).replace('DAJCA', 'DAJTX');
  assert.deepEqual(read(text).contradictions, [
    'issuer_jurisdiction_mismatch',
    'birth_after_issue',
    'expiry_before_issue',
  ]);
  assert.deepEqual(read(formatAamva({...statement, iin: '636099'})).contradictions, ['unknown_issuer']);
});

test('understands a card that never expires', () => {
  const document = read('@\n\x1e\rANSI 636014090001ID00310100IDDAQX1\nDBANONEXP\r');
  assert.equal(document.neverExpires, true);
  assert.equal(document.fields['expiration-date'], undefined);
  assert.equal(document.kind, 'id');
});
