/** Specimens in the camera's place, as a person of a sandbox picks them: one that passes, one that does not. */
import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import type {Page} from 'playwright';
import {expectAccessible} from './accessible.ts';
import {phone, startPerson, type Person} from './camera.ts';
import {documentTemplate, startPlatform, type Platform} from './platform.ts';
import {agree, press, reach, reachAccessibly} from './walk.ts';

let platform: Platform;
let person: Person;

before(async () => {
  [platform, person] = await Promise.all([startPlatform(), startPerson('missing')]);
});
after(async () => {
  await person?.close();
  await platform?.stop();
});

test('a valid document, by the keyboard: approved', async () => {
  const {page, inquiryId} = await atDocument();
  await page.getByText('Test mode: use a specimen').focus();
  await page.keyboard.press('Enter');
  await expectAccessible(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await reachAccessibly(page, page, 'All done, thank you');
  assert.equal((await platform.get(`/inquiries/${inquiryId}`)).data.attributes.status, 'approved');
  await page.context().close();
});

test('an expired one, by a press: declined', async () => {
  const {page, inquiryId} = await atDocument();
  await page.getByText('Test mode: use a specimen').click();
  await press(page, 'An expired document');
  await reach(page, 'We could not complete the verification');
  assert.equal((await platform.get(`/inquiries/${inquiryId}`)).data.attributes.status, 'declined');
  await page.context().close();
});

async function atDocument(): Promise<{page: Page; inquiryId: string}> {
  const {data, meta} = await platform.post('/inquiries', {
    data: {attributes: {'inquiry-template-id': await documentTemplate(platform)}},
    meta: {'auto-create-one-time-link': true},
  });
  const page = await (await person.browser.newContext(phone)).newPage();
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted ?Type/i.test(message.text())) assert.fail(message.text());
  });
  await page.goto(meta?.['one-time-link'] ?? '');
  await press(page, /Continue here|Start/);
  await agree(page);
  await reach(page, /Have your document ready/);
  return {page, inquiryId: data.id};
}
