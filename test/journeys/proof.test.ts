/** A letter that proves an address, in the hosted page: by file, too old, of somebody else, photographed. */
import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {Page} from 'playwright';
import {makeSpecimens} from '../../src/cli/specimens.ts';
import {desktop, phone, specimen, startPerson, type Person} from './camera.ts';
import {shippedTemplate, startPlatform, type Platform} from './platform.ts';
import {agree, press, reach, reachAccessibly} from './walk.ts';

let platform: Platform;
let person: Person;
let folder: string;
let templateId: string;

before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-letters-'));
  const today = new Date().toISOString().slice(0, 10);
  [platform, person] = await Promise.all([
    startPlatform(),
    startPerson('missing'),
    makeSpecimens({out: folder, today, only: ['bill', 'bill-old', 'statement']}),
  ]);
  templateId = await shippedTemplate(platform, 'Document upload (proof of address)');
});
after(async () => {
  await person?.close();
  await platform?.stop();
  fs.rmSync(folder, {recursive: true, force: true});
});

const linnea = {
  'name-first': 'Linnea',
  'name-last': 'Solberg',
  'address-street-1': '17 Harbour Ln',
  'address-postal-code': 'BS1 5TR',
};

test('a bill as a PDF, on a phone: approved, and the API shows who lives where', async () => {
  const {page, inquiryId} = await begin(phone, linnea);
  await reachAccessibly(page, page, 'Show where you live');
  await chooseFile(page, 'bill.pdf');
  await press(page, 'Use this file');
  await reachAccessibly(page, page, 'Is that everything?');
  await press(page, 'Send');
  await reachAccessibly(page, page, 'All done, thank you');

  const {data: inquiry} = await platform.get(`/inquiries/${inquiryId}`);
  assert.equal(inquiry.attributes.status, 'approved');
  const verification = inquiry.relationships['verifications']?.data;
  assert.ok(Array.isArray(verification) && verification[0]?.type === 'verification/document');
  const {data} = await platform.get(`/verification/documents/${verification[0].id}`);
  assert.deepEqual([data.attributes.status, data.attributes['document-type']], ['passed', 'utility_bill']);
  const read = data.attributes['extraction-responses'] as {'field-name': string; results: {value: string}[]}[];
  assert.deepEqual(
    read.filter(({'field-name': name}) => name !== 'issue-date').map(({results}) => results[0]?.value),
    ['Linnea Solberg', '17 Harbour Lane', 'Flat 3', 'Bristol', 'BS1 5TR', 'GB'],
  );
  const document = data.relationships['document']?.data;
  assert.ok(document && 'id' in document);
  const {data: collected} = await platform.get(`/document/generics/${document.id}`);
  const pages = collected.attributes['files-normalized'] as {url: string}[];
  assert.equal(pages.length, 2);
  const picture = await fetch(pages[1]?.url ?? '');
  assert.deepEqual([picture.status, picture.headers.get('content-type')], [200, 'image/jpeg']);
  await page.context().close();
});

test('an old bill is told to be too old, another’s to be another’s, and the right one still passes', async () => {
  const {page, inquiryId} = await begin(desktop, linnea);
  await sendFile(page, 'bill-old.pdf');
  await reachAccessibly(page, page, 'Let’s try that again');
  await page.getByText('This document is too old').waitFor();
  await sendFile(page, 'statement.pdf');
  await page.getByText('The name on it is not the one you gave').waitFor();
  await page.getByText('The address on it is not the one you gave').waitFor();
  await sendFile(page, 'bill.pdf');
  await reach(page, 'All done, thank you');
  assert.equal((await platform.get(`/inquiries/${inquiryId}`)).data.attributes.status, 'approved');
  await page.context().close();
});

test('a photograph of a bill, with the first page sent twice: read from its pixels', async () => {
  const {page, inquiryId} = await begin(phone, linnea);
  await chooseFile(page, 'bill-photo.jpg');
  await press(page, 'Use this photo');
  await press(page, 'Add another page');
  await chooseFile(page, 'bill.pdf');
  await press(page, 'Use this file');
  await press(page, 'Remove page 2');
  await press(page, 'Send');
  await reach(page, 'All done, thank you');
  assert.equal((await platform.get(`/inquiries/${inquiryId}`)).data.attributes.status, 'approved');
  await page.context().close();
});

test('three times something else: a reviewer decides', async () => {
  const {page, inquiryId} = await begin(desktop, linnea);
  for (const _attempt of [1, 2, 3]) {
    await sendFile(page, 'statement.pdf');
    await page.getByRole('heading', {level: 1, name: /try that again|Thank you, we have everything/}).waitFor();
  }
  await reach(page, 'Thank you, we have everything');
  assert.equal((await platform.get(`/inquiries/${inquiryId}`)).data.attributes.status, 'needs_review');
  await page.context().close();
});

async function begin(device: typeof phone, fields: Record<string, string>): Promise<{page: Page; inquiryId: string}> {
  const {data, meta} = await platform.post('/inquiries', {
    data: {attributes: {'inquiry-template-id': templateId, fields}},
    meta: {'auto-create-one-time-link': true},
  });
  const page = await (await person.browser.newContext(device)).newPage();
  await page.goto(meta?.['one-time-link'] ?? '');
  await press(page, /Continue here|Start/);
  await agree(page);
  return {page, inquiryId: data.id};
}

async function chooseFile(page: Page, name: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await press(page, 'Choose a file');
  const made = path.join(folder, name);
  await (await chooser).setFiles(fs.existsSync(made) ? made : specimen(name));
}

async function sendFile(page: Page, name: string): Promise<void> {
  await chooseFile(page, name);
  await press(page, 'Use this file');
  await press(page, 'Send');
}
