import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import {test} from 'node:test';
import {PDFiumLibrary} from '@hyzyla/pdfium';
import type {PrintDocument} from '../../../src/protocol/print.ts';
import {printDocument} from '../../../src/verification/print/print.node.ts';

const specimen = path.resolve(import.meta.dirname, '../../../demo/specimens/passport-photo.jpg');

/** The pages' text as a reader would copy it. */
async function textOf(pdf: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages = [...document.pages()].map((page) => page.getText());
  document.destroy();
  library.destroy();
  return pages;
}

const names = {
  Latin: 'Łukasz Ærøskøbing, Đặng Thị Ánh',
  Greek: 'Γιώργος Παπαδόπουλος',
  Cyrillic: 'Иванов Сергей',
  Arabic: 'محمد',
  Hebrew: 'שלום',
  Devanagari: 'राधिका',
  Bengali: 'শেখ',
  Tamil: 'தமிழ்',
  Thai: 'ประเทศไทย',
  Georgian: 'ნინო',
  Han: '张伟',
  Kana: 'さくら',
  Hangul: '김민준',
};

async function everything(): Promise<PrintDocument> {
  const jpeg = await fs.readFile(specimen);
  const region = {evidenceId: 'evd_1', x: 200, y: 300, width: 500, height: 90, pictureWidth: 1000, pictureHeight: 1400};
  return {
    title: 'Inquiry',
    status: {word: 'Approved', tone: 'passed'},
    footer: 'Sandbox · inq_test · printed 2026-01-01 00:00:00 UTC',
    blocks: [
      {kind: 'facts', facts: Object.entries(names).map(([label, value]) => ({label, value}))},
      {kind: 'section', title: 'Government ID', status: {word: 'Passed', tone: 'passed'}},
      {kind: 'pictures', pictures: [{title: 'Front', jpeg, marks: [{region, label: 'MRZ', tone: 'failed'}]}]},
      {
        kind: 'checks',
        checks: Array.from({length: 60}, (_, i) => ({
          name: `Check ${i}`,
          status: {word: 'Failed', tone: 'failed' as const},
          requirement: 'Required',
          reasons: ['glare over text'],
          measured: '0.7',
          threshold: '0.9',
        })),
      },
      {kind: 'history', entries: [{at: '2026-01-01 00:00:00 UTC', what: 'Approved', detail: 'evt_1'}]},
      {kind: 'note', text: 'word '.repeat(3000)},
    ],
  };
}

test('prints names of every script, pictures, and as many pages as it takes', async () => {
  const {pdf, pages} = await printDocument(await everything());
  const texts = await textOf(pdf);
  assert.equal(texts.length, pages);
  assert.ok(pages > 3);
  const all = texts.join('\n').normalize('NFC');
  for (const name of Object.values(names)) {
    // what is read from right to left may be copied in either order; the letters are the same
    const letters = [...name.replace(/[\s\p{M}]/gu, '')];
    for (const letter of letters) assert.ok(all.includes(letter), `${letter} of ${name}`);
  }
  assert.match(all, /Check 59/);
  assert.match(all, /Required/);
  texts.forEach((text, n) => assert.match(text, new RegExp(`${n + 1} / ${pages}`)));
});

test('a letter that no font has becomes a sign that says so, and a hidden turn of direction is gone', async () => {
  const facts = [{label: 'Name', value: 'A\u{1F9FF}B \u202egnp.exe'}];
  const {pdf} = await printDocument({
    title: 'T',
    status: {word: 'x', tone: 'neutral'},
    footer: '',
    blocks: [{kind: 'facts', facts}],
  });
  const [text = ''] = await textOf(pdf);
  assert.match(text, /A.B/);
  assert.match(text, /gnp\.exe/);
});
