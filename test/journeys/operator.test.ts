/** A reviewer's work: signing in by link, finding an inquiry, seeing why each check said what it said, deciding. */
import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import type {Page} from 'playwright';
import {expectAccessible} from './accessible.ts';
import {desktop, phone, specimen, startPerson, type Person} from './camera.ts';
import {startPlatform, type Platform} from './platform.ts';
import {handIn} from './hand-in.ts';

let platform: Platform;
let person: Person;
let page: Page;

before(async () => {
  [platform, person] = await Promise.all([startPlatform(), startPerson('missing')]);
  page = await (await person.browser.newContext(desktop)).newPage();
});
after(async () => {
  await person?.close();
  await platform?.stop();
});

test('the link signs in once, by a button and not by being opened', async () => {
  await page.goto(platform.operatorLink);
  await page.goto(platform.operatorLink);
  await expectAccessible(page);
  await page.getByRole('button', {name: 'Sign in'}).click();
  await page.getByText('No inquiries yet').waitFor();
  await expectAccessible(page);

  const stranger = await (await person.browser.newContext(phone)).newPage();
  await stranger.goto(platform.operatorLink);
  await stranger.getByRole('button', {name: 'Sign in'}).click();
  await stranger.getByText('A fresh link is needed').waitFor();
  await expectAccessible(stranger);
  await stranger.goto(`${platform.operatorUrl}/inquiries`);
  assert.equal(new URL(stranger.url()).pathname, '/sign-in');
  await stranger.context().close();
});

test('an inquiry is found by keyboard; its checks say why, and mark the picture', async () => {
  await handIn(platform, {front: fs.readFileSync(specimen('passport-photo.jpg'))});
  await page.goto(`${platform.operatorUrl}/inquiries`);
  await page.getByRole('link', {name: 'LINNEA MARIA SOLBERG'}).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', {name: 'LINNEA MARIA SOLBERG'}).waitFor();
  await page.getByRole('cell', {name: 'U4729013K'}).waitFor();
  const image = page.getByRole('img', {name: /Front/});
  await image.waitFor();
  assert.ok(await image.evaluate((element: HTMLImageElement) => element.decode().then(() => element.naturalWidth > 0)));
  await page.getByText('MRZ detection').click();
  await page.getByText('Threshold').filter({visible: true}).first().waitFor();
  assert.ok((await page.locator('countersign-evidence-image figure svg > *').count()) > 0);
  await expectAccessible(page);
});

test('a reviewer declines with a comment by pressing twice; the API and the outbox show it', async () => {
  const id = await handIn(platform, {front: fs.readFileSync(specimen('cat.jpg')), attempts: 3});
  await page.goto(`${platform.operatorUrl}/inquiries/${id}`);
  await page.getByLabel(/Comment/).fill('A cat.');
  await page.getByRole('button', {name: 'Decline'}).click();
  assert.equal((await platform.get(`/inquiries/${id}`)).data.attributes.status, 'failed');
  await page.getByRole('button', {name: 'Press again to confirm'}).click();
  await page.getByRole('status').filter({hasText: 'Declined'}).waitFor();
  const {attributes} = (await platform.get(`/inquiries/${id}`)).data;
  assert.deepEqual([attributes.status, attributes['reviewer-comment']], ['declined', 'A cat.']);

  await page.getByRole('link', {name: 'Outbox'}).click();
  await page.getByRole('row', {name: /inquiry\.declined Delivered/}).waitFor();
  await expectAccessible(page);
});

test('another origin, another host and another organization get nothing', async () => {
  const cookie = (await page.context().cookies()).map(({name, value}) => `${name}=${value}`).join('; ');
  const [inquiry] = (await platform.get('/inquiries')).data;
  const path = `/private/v1/environments/env_11111111111111111111/inquiries/${inquiry?.id}`;
  const ask = (init: RequestInit = {}) =>
    fetch(platform.operatorUrl + path, {...init, headers: {cookie, ...(init.headers as Record<string, string>)}});
  assert.equal((await ask()).status, 404);
  assert.equal((await ask({method: 'POST', headers: {origin: platform.publicUrl}})).status, 403);
  assert.equal((await fetch(platform.operatorUrl + path)).status, 401);
  const localAddress = platform.operatorUrl.replace('localhost', '127.0.0.1');
  assert.equal((await fetch(localAddress + path, {headers: {cookie}})).status, 403);
});

test('signing out ends the session', async () => {
  await page.goto(`${platform.operatorUrl}/inquiries`);
  await page.getByRole('button', {name: 'Sign out'}).click();
  await page.getByText('A fresh link is needed').waitFor();
  await page.goto(`${platform.operatorUrl}/inquiries`);
  assert.equal(new URL(page.url()).pathname, '/sign-in');
});
