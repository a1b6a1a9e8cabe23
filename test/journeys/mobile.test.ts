/** On phones: three sizes, web views of apps with their bridges and return addresses, and a browser inside an app. */
import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import {devices, type BrowserContextOptions, type Page} from 'playwright';
import {expectAccessible} from './accessible.ts';
import {startPerson, type Person} from './camera.ts';
import {documentTemplate, startPlatform, type Platform} from './platform.ts';
import {agree, press, reach, startCamera, takePicture, type Flow} from './walk.ts';

let platform: Platform;
/** Holds a passport before the camera. */
let person: Person;
let templateId: string;

before(async () => {
  [platform, person] = await Promise.all([startPlatform(), startPerson({holding: 'passport-photo.jpg'})]);
  templateId = await documentTemplate(platform);
});
after(async () => {
  await person?.close();
  await platform?.stop();
});

for (const name of ['iPhone SE', 'Pixel 7', 'iPhone 13 landscape']) {
  test(`${name}: the modal fills the screen, nothing scrolls sideways, the camera and its button are in sight`, async () => {
    // lying on its side the stage shows less of the camera's height: the card is held farther away, as the outline asks
    await person.hold('passport-photo.jpg', name.endsWith('landscape') ? 1.6 : 1);
    const page = await openPage(deviceOf(name));
    await page.goto(platform.demoUrl);
    await page.getByRole('button', {name: 'Verify and book'}).click();
    const flow = page.frameLocator('iframe');
    await reach(flow, 'Before we start');
    await expectFilled(page, flow);
    await agree(flow);
    await reach(flow, /Have your document ready/);
    await expectFilled(page, flow);
    await expectAccessible(page);
    await startCamera(flow);
    await expectInSight(page, flow);
    await takePicture(flow);
    await reach(flow, 'All done, thank you');
    await expectFilled(page, flow);
    await page.context().close();
  });
}

/** What an app installs, by the name of its kind. Each keeps what it hears in `heard`. */
const bridges = `
  window.heard = {native: [], android: [], ios: []};
  window.ReactNativeWebView = {postMessage: (json) => heard.native.push(JSON.parse(json))};
  window.CountersignAndroid = {postMessage: (json) => heard.android.push(JSON.parse(json))};
  window.webkit = {messageHandlers: {countersign: {postMessage: (message) => heard.ios.push(message)}}};
`;
interface Heard {
  name: string;
  metadata?: Record<string, unknown>;
}
function hasHeard(wanted: string): boolean {
  return (window as unknown as {heard: {ios: Heard[]}}).heard.ios.some(({name}) => name === wanted);
}

test('in an app’s web view: every bridge hears the same, and the app can catch the address to return to', async () => {
  const {data, meta} = await platform.post('/inquiries', {
    data: {
      attributes: {'inquiry-template-id': templateId, 'redirect-uri': 'myapp://verified', 'reference-id': 'user-7'},
    },
    meta: {'auto-create-one-time-link': true},
  });
  const page = await openPage(deviceOf('Pixel 7'), bridges);
  const returned = returningTo(page, 'myapp:');
  await page.goto(`${meta?.['one-time-link']}&is-webview=true&language=en`);
  await press(page, 'Continue here');
  await agree(page);
  await startCamera(page);
  await takePicture(page);

  const address = new URL(await returned);
  assert.equal(`${address.protocol}//${address.host}`, 'myapp://verified');
  assert.deepEqual(Object.fromEntries(address.searchParams), {
    'inquiry-id': data.id,
    status: 'approved',
    'reference-id': 'user-7',
  });
  await page.waitForFunction(hasHeard, 'complete');
  const heard = (await page.evaluate('heard')) as Record<'native' | 'android' | 'ios', Heard[]>;
  assert.deepEqual(heard.native, heard.ios);
  assert.deepEqual(heard.android, heard.ios);
  const names = heard.ios.map(({name}) => name);
  assert.deepEqual(names.slice(0, 2), ['load', 'ready']);
  for (const name of ['document-camera-select', 'success', 'complete']) assert.ok(names.includes(name), names.join());
  const {metadata} = heard.ios.find(({name}) => name === 'complete') ?? {};
  assert.equal(metadata?.['inquiryId'], data.id);
  await page.context().close();
});

test('leaving the web view tells the app what resumes the inquiry', async () => {
  const page = await openPage(deviceOf('iPhone 13'), bridges);
  await page.goto(`${platform.publicUrl}/verify?inquiry-template-id=${templateId}&is-webview=true&language=en`);
  await agree(page);
  await reach(page, /Have your document ready/);
  await press(page, 'Close');
  await press(page, 'Leave');
  await page.waitForFunction(hasHeard, 'exit');
  const [left] = (await page.evaluate(`heard.ios.filter(({name}) => name === 'exit')`)) as Heard[];
  const {inquiryId, sessionToken} = left?.metadata ?? {};
  assert.match(String(inquiryId), /^inq_/);

  const again = new URLSearchParams({'inquiry-id': String(inquiryId), 'session-token': String(sessionToken)});
  await page.goto(`${platform.publicUrl}/verify?${again}&is-webview=true&language=en`);
  await reach(page, /Have your document ready/);
  assert.equal(page.url().includes('session-token'), false, 'the token does not stay in the address');
  await page.context().close();
});

test('in a browser inside an app that keeps the camera: said so, with the way out and an upload', async () => {
  const device = deviceOf('iPhone 13');
  const page = await openPage(
    {...device, userAgent: `${device.userAgent.replace(/OS \d+_\d+/, 'OS 17_4')} Instagram 329.0.0.26.103`},
    `navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));`,
  );
  await page.goto(`${platform.publicUrl}/verify?inquiry-template-id=${templateId}&language=en`);
  await agree(page);
  await startCamera(page);
  await reach(page, 'Open this in your browser');
  await expectAccessible(page);
  await page.getByRole('button', {name: 'Upload a file'}).waitFor();
  await press(page, 'Continue on another device');
  const out = page.getByRole('link', {name: 'Open in the browser'});
  assert.match((await out.getAttribute('href')) ?? '', /^x-safari-http:.*code=/);
  await page.context().close();
});

/** A device of the list, in English; its browser stays Chromium. */
function deviceOf(name: string): BrowserContextOptions & {userAgent: string} {
  const known = devices[name];
  if (!known) throw new Error(`there is no device ${name}`);
  const {defaultBrowserType: _, ...device} = known;
  return {...device, locale: 'en-GB'};
}

async function openPage(options: BrowserContextOptions, script = ''): Promise<Page> {
  const context = await person.browser.newContext({...options, reducedMotion: 'reduce'});
  await context.addInitScript(script);
  return context.newPage();
}

/** The first address of that scheme that the page tries to go to: no browser opens it, and a web view asks its app. */
function returningTo(page: Page, scheme: string): Promise<string> {
  return new Promise((resolve, reject) => {
    page
      .context()
      .newCDPSession(page)
      .then(async (session) => {
        session.on('Page.frameRequestedNavigation', ({url}) => url.startsWith(scheme) && resolve(url));
        await session.send('Page.enable');
      })
      .catch(reject);
  });
}

async function expectFilled(page: Page, flow: Flow): Promise<void> {
  const {width, height} = page.viewportSize() ?? {width: 0, height: 0};
  const box = await page.locator('iframe').boundingBox();
  if (width <= 520) assert.deepEqual(box, {x: 0, y: 0, width, height});
  else assert.ok(box && box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= height);
  assert.equal(await page.evaluate('document.documentElement.scrollWidth > innerWidth'), false, 'the page');
  const inside = await flow.locator('html').evaluate((html) => html.scrollWidth > html.clientWidth);
  assert.equal(inside, false, 'the flow');
}

/** The camera's picture and the shutter are whole on the screen, however low it is. */
async function expectInSight(page: Page, flow: Flow): Promise<void> {
  const {width, height} = page.viewportSize() ?? {width: 0, height: 0};
  const shutter = flow.getByRole('button', {name: 'Take photo'});
  await shutter.waitFor();
  const box = await shutter.boundingBox();
  assert.ok(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height);
}
