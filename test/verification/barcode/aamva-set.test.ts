import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {before, test} from 'node:test';
import {z} from 'zod';
import {findPdf417} from '../../../src/verification/barcode/find-pdf417.ts';
import {parseAamva} from '../../../src/verification/barcode/parse-aamva.ts';
import {preparePdf417Reader} from '../../../src/verification/barcode/pdf417-wasm.node.ts';
import {decodeImage} from '../../../src/verification/image/decode.node.ts';

const folder = new URL('../../data/barcodes/', import.meta.url);
const rows = z.array(
  z.object({
    file: z.string().nullable(),
    raw: z.string(),
    truth: z.object({
      iin: z.string(),
      version: z.number(),
      state: z.string(),
      number: z.string(),
      last: z.string(),
      first: z.string(),
      birth: z.string(),
      expiry: z.string(),
    }),
  }),
);
let set: z.infer<typeof rows> = [];

before(async () => {
  set = rows.parse(JSON.parse(await readFile(new URL('aamva.json', folder), 'utf8')));
  await preparePdf417Reader();
});

test('reads every licence text of every version', () => {
  assert.ok(set.length >= 15);
  for (const {raw, truth} of set) {
    const result = parseAamva(raw);
    assert.ok(result.ok);
    const {fields, iin, version, contradictions} = result.document;
    assert.deepEqual([iin, version, contradictions], [truth.iin, truth.version, []]);
    assert.equal(fields['document-number']?.value, truth.number);
    assert.equal(fields['name-last']?.value, truth.last);
    assert.equal(fields['name-first']?.value, truth.first);
    assert.equal(fields['issuing-subdivision']?.value, truth.state);
    assert.equal(fields.birthdate?.value, isoDate(truth.birth));
    assert.equal(fields['expiration-date']?.value, isoDate(truth.expiry));
    assert.ok(Object.values(fields).every((field) => field.valid));
  }
});

test('decodes photographs that the reader alone cannot', async () => {
  const photographs = set.flatMap(({file, raw}) => (file === null ? [] : [{file, raw}]));
  assert.equal(photographs.length, 3);
  for (const {file, raw} of photographs) {
    const {gray} = await decodeImage(await readFile(new URL(file, folder)));
    const found = await findPdf417(gray);
    assert.equal(found.status, 'decoded', file);
    assert.equal(found.text, raw, file);
    assert.equal(found.attempt, 'flattened', file);
  }
});

/** The truth writes dates as its version does: a year from 1900 to 2100 can only stand in one place. */
function isoDate(digits: string): string {
  const yearFirst = Number(digits.slice(0, 4)) >= 1900;
  const [year, rest] = yearFirst ? [digits.slice(0, 4), digits.slice(4)] : [digits.slice(4), digits.slice(0, 4)];
  return `${year}-${rest.slice(0, 2)}-${rest.slice(2)}`;
}
