/** From a desktop to a phone: both live, either finishes, and the first one has the say. */
import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import type {BrowserContext, Page} from 'playwright';
import sharp from 'sharp';
import {prepareZXingModule, readBarcodes} from 'zxing-wasm/reader';
import {expectAccessible} from './accessible.ts';
import {desktop, phone, startPerson, type Person} from './camera.ts';
import {startPlatform, type Platform} from './platform.ts';
import {agree, choosePicture, startCamera, press, reach, reachAccessibly, type Flow} from './walk.ts';

let platform: Platform;
/** Has no camera; the phone uploads. */
let person: Person;

before(async () => {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({overrides: {wasmBinary: fs.readFileSync(wasm).buffer as ArrayBuffer}});
  [platform, person] = await Promise.all([startPlatform(), startPerson('missing')]);
});
after(async () => {
  await person?.close();
  await platform?.stop();
});

test('the phone joins by the code, does the steps, and both see the end', async () => {
  const {page, flow} = await openDesktop();
  await press(flow, 'Continue on your phone');
  await reachAccessibly(page, flow, 'Continue on your phone');
  const link = await linkOn(flow);
  assert.equal(await readCode(flow), link);

  const handheld = await openPhone(link);
  await reachAccessibly(handheld, handheld, 'Continue your verification');
  await handheld.getByText(/sent you this link/).waitFor();
  assert.equal(
    await flow.getByRole('heading', {name: 'Your phone is connected'}).count(),
    0,
    'opening changes nothing',
  );
  await press(handheld, 'Continue here');
  await reach(handheld, /Have your document ready/);
  await reachAccessibly(page, flow, 'Your phone is connected');

  await startCamera(handheld);
  await uploadFrom(handheld);
  await reach(handheld, 'All done, thank you');
  await reach(flow, 'All done, thank you');
  await flow.locator('main').getByRole('button', {name: 'Close'}).click();
  await page.getByText('You are all set').waitFor();
  await close(page, handheld);
});

test('without a camera the phone is offered at once; a stranger is refused and a new code shown', async () => {
  const {page, flow} = await openDesktop();
  await startCamera(flow);
  await reach(flow, 'We found no camera');
  await press(flow, 'Continue on your phone');
  const link = await linkOn(flow);
  const stranger = await openPhone(link);
  await press(stranger, 'Continue here');
  await reach(stranger, /Have your document ready/);

  await reach(flow, 'Your phone is connected');
  await press(flow, 'That was not me');
  await reach(flow, 'Continue on your phone');
  await flow.getByText('That device can do nothing any more').waitFor();
  assert.notEqual(await linkOn(flow), link);
  await reach(stranger, 'Your session has ended');

  await press(flow, 'Go on here instead');
  await startCamera(flow);
  await uploadFrom(page, flow);
  await reach(flow, 'All done, thank you');
  await close(page, stranger);
});

test('the same phone may open the link twice; another browser may not', async () => {
  const {page, flow} = await openDesktop();
  await press(flow, 'Continue on your phone');
  const link = await linkOn(flow);
  const first = await openPhone(link);
  await press(first, 'Continue here');
  await reach(first, /Have your document ready/);
  const second = await first.context().newPage();
  await second.goto(link);
  await press(second, 'Continue here');
  await reach(second, /Have your document ready/);

  const other = await openPhone(link);
  await press(other, 'Continue here');
  await reachAccessibly(other, other, 'This link was used already');

  await startCamera(second);
  await uploadFrom(second);
  await reach(second, 'All done, thank you');
  // the tab that was left behind moves along
  await reach(first, 'All done, thank you');
  await close(page, first, other);
});

test('the desktop is loaded anew while the phone is at work, and shows it again', async () => {
  const {page, flow} = await openDesktop();
  await press(flow, 'Continue on your phone');
  const handheld = await openPhone(await linkOn(flow));
  await press(handheld, 'Continue here');
  await reach(flow, 'Your phone is connected');
  await page.frames()[1]?.evaluate(() => location.reload());
  await reach(flow, 'Your phone is connected');

  // on here after all: the steps are back, and who else is there stays visible
  await press(flow, 'Go on here instead');
  await reach(flow, /Have your document ready/);
  await flow.getByText('Another device has joined.').waitFor();
  await expectAccessible(page);
  await startCamera(flow);
  await uploadFrom(page, flow);
  await reach(flow, 'All done, thank you');
  await reach(handheld, 'All done, thank you');
  await close(page, handheld);
});

test('either one goes offline; the other finishes, and who comes back sees the end', async () => {
  const {page, flow} = await openDesktop();
  await press(flow, 'Continue on your phone');
  const handheld = await openPhone(await linkOn(flow));
  await press(handheld, 'Continue here');
  await reach(flow, 'Your phone is connected');
  await page.context().setOffline(true);
  await flow.locator('cs-banner').filter({hasText: 'You are offline'}).waitFor();
  await startCamera(handheld);
  await reach(handheld, 'We found no camera');

  await handheld.context().setOffline(true);
  await page.context().setOffline(false);
  await press(flow, 'Go on here instead');
  await startCamera(flow);
  await uploadFrom(page, flow);
  await reach(flow, 'All done, thank you');
  await handheld.context().setOffline(false);
  await reach(handheld, 'All done, thank you');
  await close(page, handheld);
});

async function openDesktop(): Promise<{page: Page; flow: Flow}> {
  const page = await (await person.browser.newContext(desktop)).newPage();
  await page.goto(platform.demoUrl);
  await page.getByRole('button', {name: 'Verify and book'}).click();
  const flow = page.frameLocator('iframe');
  await agree(flow);
  await reach(flow, /Have your document ready/);
  return {page, flow};
}

async function openPhone(link: string): Promise<Page> {
  const page = await (await person.browser.newContext(phone)).newPage();
  await page.goto(link);
  return page;
}

/** The link once it is there. */
async function linkOn(flow: Flow): Promise<string> {
  const link = flow.getByLabel('Or open this link there');
  await flow.getByRole('img', {name: /^QR code/}).waitFor();
  return link.inputValue();
}

/** Reads the picture of the code as a phone's camera would. */
async function readCode(flow: Flow): Promise<string | undefined> {
  const picture = await flow.getByRole('img', {name: /^QR code/}).screenshot();
  const {data, info} = await sharp(picture).ensureAlpha().raw().toBuffer({resolveWithObject: true});
  const image = {
    data: new Uint8ClampedArray(data),
    width: info.width,
    height: info.height,
    colorSpace: 'srgb' as const,
  };
  const [code] = await readBarcodes(image, {formats: ['QRCode']});
  return code?.text;
}

async function uploadFrom(page: Page, flow: Flow = page): Promise<void> {
  await reach(flow, 'We found no camera');
  await choosePicture(flow, page, 'passport-photo.jpg');
  await press(flow, /Use this (photo|file)/);
}

async function close(...pages: Page[]): Promise<void> {
  const contexts = new Set<BrowserContext>(pages.map((page) => page.context()));
  await Promise.all([...contexts].map((context) => context.close()));
}
