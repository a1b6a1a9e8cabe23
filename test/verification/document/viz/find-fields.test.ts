import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
  findFields,
  mostConfidence,
  type FindFieldsOptions,
} from '../../../../src/verification/document/viz/find-fields.ts';
import type {TextLine} from '../../../../src/verification/document/viz/visual-zone.ts';
import {lineOf, linesOf} from './lines-of.ts';

const today = '2026-11-22';

function values(lines: TextLine[], options: Partial<FindFieldsOptions> = {}): Record<string, string> {
  const fields = findFields(lines, {today, ...options});
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));
}

test('reads a passport by the labels over its values, in two languages', () => {
  const lines = [
    lineOf('Surname / Nom', {y: 100, height: 12}),
    lineOf('SOLBERG', {y: 118}),
    lineOf('Given names / Prénoms', {y: 150, height: 12}),
    lineOf('LINNEA MARIA', {y: 168}),
    lineOf('Date of birth / Date de naissance', {y: 200, height: 12}),
    lineOf('06 OCT/OCT 92', {y: 218}),
    lineOf('Passport No / Passeport No', {x: 500, y: 100, height: 12}),
    lineOf('U4729013K', {x: 500, y: 118}),
    lineOf('Date of expiry', {x: 500, y: 200, height: 12}),
    lineOf('03 DEC 35', {x: 500, y: 218}),
    lineOf('Sex / Sexe', {x: 500, y: 150, height: 12}),
    lineOf('F', {x: 500, y: 168}),
  ];
  assert.deepEqual(values(lines), {
    'name-last': 'SOLBERG',
    'name-first': 'LINNEA MARIA',
    birthdate: '1992-10-06',
    'document-number': 'U4729013K',
    'expiration-date': '2035-12-03',
    sex: 'F',
  });
});

test('reads labels in other languages', () => {
  const languages: [string, string, string, string][] = [
    ['Nachname', 'Vornamen', 'Geburtsdatum', 'Gültig bis'],
    ['Apellidos', 'Nombre', 'Fecha de nacimiento', 'Fecha de caducidad'],
    ['Cognome', 'Nome', 'Data di nascita', 'Scadenza'],
    ['Nazwisko', 'Imię', 'Data urodzenia', 'Data ważności'],
    ['Sukunimi', 'Etunimet', 'Syntymäaika', 'Viimeinen voimassaolopäivä'],
    ['Efternamn', 'Förnamn', 'Födelsedatum', 'Sista giltighetsdag'],
    ['Soyadı', 'Adı', 'Doğum Tarihi', 'Son Geçerlilik Tarihi'],
  ];
  for (const [last, first, birth, expiry] of languages) {
    const lines = linesOf(last, 'KAYA', first, 'ELIF', birth, '06.10.1992', expiry, '03.12.2035');
    assert.deepEqual(
      values(lines),
      {'name-last': 'KAYA', 'name-first': 'ELIF', birthdate: '1992-10-06', 'expiration-date': '2035-12-03'},
      last,
    );
  }
});

test('a value may stand behind its label or to the right of it', () => {
  assert.equal(values([lineOf('Surname: SOLBERG')])['name-last'], 'SOLBERG');
  assert.equal(values([lineOf('DOB 10/06/1992')], {country: 'US'}).birthdate, '1992-10-06');
  assert.equal(values([lineOf('Surname'), lineOf('SOLBERG', {x: 400})])['name-last'], 'SOLBERG');
});

test('reads the numbered front of an American licence, months first', () => {
  const lines = linesOf(
    'VIRGINIA USA DRIVER LICENSE',
    '4d DLN T64235789',
    '1 SAMPLE',
    '2 JORDAN LEE',
    '8 123 MAIN ST RICHMOND VA',
    '3 DOB 10/05/1999',
    '4a ISS 12/04/2025',
    '4b EXP 12/03/2035',
    '15 SEX F',
    '16 HGT 5-10',
    '18 EYES BRO',
    '5 DD 00112233445566',
  );
  assert.deepEqual(values(lines), {
    'document-number': 'T64235789',
    'name-last': 'SAMPLE',
    'name-first': 'JORDAN LEE',
    'address-street-1': '123 MAIN ST RICHMOND VA',
    birthdate: '1999-10-05',
    'issue-date': '2025-12-04',
    'expiration-date': '2035-12-03',
    sex: 'F',
    height: '5-10',
    'eye-color': 'BRO',
  });
});

test('reads the numbered front of a European licence, days first, with its number under 5', () => {
  const lines = linesOf(
    'FÜHRERSCHEIN',
    '1. MUSTERMANN',
    '2. ERIKA',
    '3. 12.08.1964 BERLIN',
    '4a. 01.02.2013',
    '4b. 31.01.2028',
    '4c. LRA MUSTERSTADT',
    '5. B072RRE2I55',
  );
  assert.deepEqual(values(lines), {
    'name-last': 'MUSTERMANN',
    'name-first': 'ERIKA',
    birthdate: '1964-08-12',
    'issue-date': '2013-02-01',
    'expiration-date': '2028-01-31',
    'issuing-authority': 'LRA MUSTERSTADT',
    'document-number': 'B072RRE2I55',
  });
});

test('numbers that a recogniser glued to their words are read, and a street that begins with one is no name', () => {
  const lines = linesOf(
    '4d Number',
    'T64235789',
    '1Family name',
    'SAMPLE',
    '2Given names',
    'JORDAN',
    '3Dateofbirth',
    '20 OCT 1999',
    '8Address',
    '1MAIN ST',
  );
  const read = values(lines);
  assert.deepEqual(
    [read['name-last'], read['name-first'], read.birthdate, read['document-number']],
    ['SAMPLE', 'JORDAN', '1999-10-20', 'T64235789'],
  );
  assert.equal(read['address-street-1'], '1MAIN ST');
});

test('a page of numbered sentences is no licence', () => {
  assert.deepEqual(values(linesOf('1 Open the box', '2 Take the part', '7 Close the lid')), {});
});

test('what cannot be the value of a label is left out', () => {
  assert.deepEqual(values(linesOf('Date of birth', 'SOLBERG')), {});
  assert.deepEqual(values(linesOf('Date of birth', '06 OCT 2030')), {});
  assert.deepEqual(values(linesOf('Passport No', 'SOLBERG')), {});
  assert.deepEqual(values(linesOf('Surname', 'Given names', 'Date of birth')), {});
  assert.deepEqual(values(linesOf('Surname', 'P<UTOSOLBERG<<LINNEA<<<<<<<<<<<')), {});
});

test('no field is surer than a reviewer should take it, and a doubtful line makes a doubtful field', () => {
  const sure = findFields(linesOf('Surname', 'SOLBERG'), {today})['name-last'];
  assert.ok(sure && sure.confidence <= mostConfidence && sure.confidence > 0.55);
  const lines = [lineOf('Surname', {y: 100}), lineOf('SOLBERG', {y: 130, probability: 0.6})];
  assert.ok((findFields(lines, {today})['name-last']?.confidence ?? 1) < 0.4);
});

test('says where on the picture a value stands', () => {
  const {region, text} = findFields([lineOf('Surname SOLBERG', {x: 100})], {today})['name-last'] ?? {};
  assert.equal(text, 'SOLBERG');
  assert.ok(region && region.x > 160 && region.x + region.width <= 250);
});

const word = fc.constantFrom(
  'Surname',
  'Nom',
  'Date of birth',
  '4b.',
  '1',
  '2.',
  '3 DOB',
  'SOLBERG',
  '06 OCT 1992',
  '/',
  'Sex',
  'M',
  '<<',
  '4c',
  '5.',
  'No',
  '\u0000',
);
const text = fc.oneof(
  fc.array(word, {maxLength: 12}).map((words) => words.join(' ')),
  fc.string({unit: 'binary', maxLength: 200}),
);
const place = fc.record({
  x: fc.integer({min: -50, max: 900}),
  y: fc.integer({min: -50, max: 900}),
  height: fc.integer({min: 1, max: 60}),
});

test('never throws or hangs on any lines, and gives well-formed dates', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, place), {maxLength: 40}), (made) => {
      const fields = findFields(
        made.map(([line, at]) => lineOf(line, at)),
        {today},
      );
      for (const name of ['birthdate', 'issue-date', 'expiration-date'] as const) {
        const field = fields[name];
        if (field) assert.match(field.value, /^\d{4}-\d{2}-\d{2}$/);
      }
      for (const {confidence, value} of Object.values(fields)) {
        assert.ok(confidence >= 0 && confidence <= mostConfidence && value.length > 0);
      }
    }),
  );
});
