/** The link to go on with, by mail and by text message: it opens the same inquiry on the device that got it. */
import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import type {Page} from 'playwright';
import {desktop, phone, startPerson, type Person} from './camera.ts';
import {documentTemplate, startPlatform, type Platform} from './platform.ts';
import {agree, press, reach} from './walk.ts';

let platform: Platform;
let person: Person;
/** Reads what left the machine. */
let operator: Page;

before(async () => {
  [platform, person] = await Promise.all([startPlatform(), startPerson('missing')]);
  operator = await (await person.browser.newContext()).newPage();
  await operator.goto(platform.operatorLink);
  await operator.getByRole('button', {name: 'Sign in'}).click();
  await operator.getByText('No inquiries yet').waitFor();
});
after(async () => {
  await person?.close();
  await platform?.stop();
});

test('the link comes by mail or text message, what is no address is told, and the phone that got it goes on', async () => {
  const page = await (await person.browser.newContext({...desktop, locale: 'en-GB'})).newPage();
  await page.goto(`${platform.publicUrl}/verify?inquiry-template-id=${await documentTemplate(platform)}&language=en`);
  await agree(page);
  await press(page, 'Continue on your phone');
  const shown = await page.getByLabel('Or open this link there').inputValue();

  await send(page, 'Your e-mail address', 'nobody at all');
  await page.getByRole('alert').filter({hasText: 'We cannot send it there.'}).waitFor();
  await send(page, 'Your e-mail address', 'linnea@example.org');
  await page.getByText('The link is on its way.').first().waitFor();
  await send(page, 'Your mobile number', '+44 7400 123456');
  await page.getByText('The link is on its way.').nth(1).waitFor();

  const byMail = await linkSentTo('linnea@example.org');
  const byText = await linkSentTo('+447400123456');
  assert.equal(new Set([shown, byMail, byText]).size, 3, 'each way has a code of its own');

  const handheld = await (await person.browser.newContext({...phone, locale: 'en-GB'})).newPage();
  await handheld.goto(byText);
  await press(handheld, 'Continue here');
  await reach(handheld, /Have your document ready/);
  await reach(page, 'Your phone is connected');
  await Promise.all([page.context().close(), handheld.context().close()]);
});

async function send(page: Page, label: string, to: string): Promise<void> {
  const form = page.locator('cs-send-link').filter({hasText: label});
  await form.getByLabel(label).fill(to);
  await form.getByRole('button', {name: 'Send the link'}).click();
}

async function linkSentTo(to: string): Promise<string> {
  const {environments} = await read<{environments: {id: string; kind: string}[]}>('/me');
  const sandbox = environments.find(({kind}) => kind === 'sandbox')?.id ?? '';
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    const {mails} = await read<{mails: {to: string; text: string}[]}>(`/environments/${sandbox}/outbox`);
    const link = /https?:\S+\/verify\?code=\S+/.exec(mails.find((mail) => mail.to === to)?.text ?? '')?.[0];
    if (link !== undefined) return link;
  }
  throw new Error('no message came');
}

async function read<T>(route: string): Promise<T> {
  return (await operator.request.get(`${platform.operatorUrl}/private/v1${route}`)).json() as Promise<T>;
}
