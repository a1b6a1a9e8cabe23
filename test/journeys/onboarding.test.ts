/**
 * The whole of it, in every language that the journey knows: form, code by text message, document on one device, selfie on another, the
 * branch by country and the proof of address.
 */
import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {Page} from 'playwright';
import {makeSpecimens} from '../../src/cli/specimens.ts';
import {locales, wordsOf} from './locale.ts';
import {openOutbox, type Outbox} from './outbox.ts';
import {reach, reachAccessibly} from './walk.ts';
import {phone, specimen, startPerson, type Person} from './camera.ts';
import {turningHead} from './film.ts';
import {shippedTemplate, startPlatform, type Platform} from './platform.ts';

/** Japanese is one of them as soon as it is spoken. */
const languages = [
  {tag: 'en', locale: 'en-GB', dir: 'ltr', number: '07400 123456', to: '+447400123456'},
  {tag: 'ar', locale: 'ar-EG', dir: 'rtl', number: '+447400123457', to: '+447400123457'},
  {tag: 'ja', locale: 'ja-JP', dir: 'ltr', number: '+447400123458', to: '+447400123458'},
].filter(({tag}) => fs.existsSync(path.join(locales, tag)));

let platform: Platform;
let folder: string;
let templateId: string;
/** What Mei's camera shows: she looks into it and turns her head. Her passport is of nobody's country, her bill comes from Bristol. */
let film: string;
let operator: Person;
let outbox: Outbox;

before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-onboarding-'));
  const today = new Date().toISOString().slice(0, 10);
  film = await turningHead('mei-1');
  [platform, operator] = await Promise.all([
    startPlatform(),
    startPerson('missing'),
    makeSpecimens({out: folder, today, only: ['bill-mei']}),
  ]);
  templateId = await shippedTemplate(platform, 'Onboarding');
  outbox = await openOutbox(platform, operator.browser);
});
after(async () => {
  await operator?.close();
  await platform?.stop();
  fs.rmSync(folder, {recursive: true, force: true});
});

/** Four poses, each shown again every eight seconds; then the engines look at every frame. */
const patienceMs = 150_000;

for (const {tag, locale, dir, number, to} of languages) {
  test(`in ${tag}: form, phone code, document, selfie on a second device, proof of address`, async (t) => {
    // a camera of her own in every language: pictures of an earlier session are refused
    const mei = await startPerson({film});
    t.after(() => mei.close());
    const open = (link: string): Promise<Page> => openLink(mei, link, locale);
    const words = await wordsOf(tag);
    const {data, meta} = await platform.post('/inquiries', {
      data: {
        attributes: {
          'inquiry-template-id': templateId,
          'reference-id': `onboarding-${tag}`,
          // what a backend knows already stands in the form
          fields: {'address-country-code': 'GB'},
        },
      },
      meta: {'auto-create-one-time-link': true},
    });
    const first = await open(meta?.['one-time-link'] ?? '');
    const at = async (page: Page, title: string): Promise<void> => {
      await reach(page, title, patienceMs);
      await reachAccessibly(page, page, title);
      assert.equal(await page.locator('html').getAttribute('dir'), dir, title);
    };
    const press = (page: Page, name: string) => page.getByRole('button', {name, exact: true}).first().click();

    await at(first, words('base', 'consentTitle'));
    await press(first, words('base', 'consentAccept'));

    await at(first, {en: 'About you', ar: 'عنك', ja: 'あなたについて'}[tag] ?? '');
    await fillForm(first);
    await press(first, words('form', 'continue'));

    await at(first, words('code', 'phoneTitle'));
    await first.locator('#country').selectOption('GB');
    await first.locator('#number').fill(number);
    await press(first, words('code', 'send'));
    await at(first, words('code', 'codeTitle'));
    await first.locator('input[autocomplete="one-time-code"]').fill(await outbox.codeSentTo(to));
    await press(first, words('code', 'confirm'));

    await at(first, words('document', 'readyTitle'));
    const second = await open(await anotherLink(data.id));
    await at(second, words('document', 'readyTitle'));
    await first.context().close();
    await press(second, words('document', 'readyStart'));
    await choose(second, words('capture', 'upload'), specimen('passport-mei-photo.jpg'));
    await press(second, words('document', 'reviewUse'));

    await at(second, words('selfie', 'title'));
    await press(second, words('selfie', 'start'));

    await at(second, words('proof', 'title'));
    await choose(second, words('proof', 'file'), path.join(folder, 'bill-mei.pdf'));
    await press(second, words('document', 'reviewUseFile'));
    await press(second, words('proof', 'send'));
    await at(second, words('ending', 'successTitle'));
    await second.context().close();

    const {data: inquiry} = await platform.get(`/inquiries/${data.id}`);
    assert.equal(inquiry.attributes.status, 'approved');
    assert.equal(inquiry.attributes.fields['address-city']?.value, 'Bristol');
    const verifications = inquiry.relationships['verifications']?.data;
    assert.ok(Array.isArray(verifications));
    const kinds = ['document', 'government-id', 'phone-number', 'selfie'];
    assert.deepEqual([...new Set(verifications.map(({type}) => type.replace('verification/', '')))].sort(), kinds);
    const account = inquiry.relationships['account']?.data;
    assert.ok(account && !Array.isArray(account));
    assert.deepEqual((await platform.get(`/accounts/${account.id}`)).data.attributes['tags'], ['onboarded']);
  });
}

async function openLink(mei: Person, link: string, locale: string): Promise<Page> {
  const page = await (await mei.browser.newContext({...phone, locale})).newPage();
  await page.goto(link);
  // the page of a link has one button, in the visitor's language
  await page.locator('main button').first().click();
  return page;
}

async function fillForm(page: Page): Promise<void> {
  const fill = (token: string, value: string) => page.locator(`[autocomplete="${token}"]`).fill(value);
  await fill('given-name', 'Mei');
  await fill('family-name', 'Arakawa');
  await fill('address-line1', '17 Harbour Lane');
  await fill('address-line2', 'Flat 3');
  await fill('address-level2', 'Bristol');
  await fill('postal-code', 'BS1 5TR');
}

async function choose(page: Page, button: string, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', {name: button}).first().click();
  await (await chooser).setFiles(file);
}

async function anotherLink(inquiryId: string): Promise<string> {
  const {meta} = await platform.post(`/inquiries/${inquiryId}/generate-one-time-link`, {});
  return meta?.['one-time-link'] ?? '';
}
