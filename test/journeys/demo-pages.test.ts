/** Every page in demo/pages, opened as a customer's visitor would: one frame, ready, unharmed by the page's own styles. */
import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import type {FrameLocator, Page} from 'playwright';
import {servePages} from '../../demo/pages/serve.mjs';
import {desktop, startPerson, type Person} from './camera.ts';
import {documentTemplate, startPlatform, type Platform} from './platform.ts';
import {press, reach} from './walk.ts';

let platform: Platform;
let person: Person;
let pages: Awaited<ReturnType<typeof servePages>>;

before(async () => {
  [platform, person] = await Promise.all([startPlatform(), startPerson('missing')]);
  const template = await documentTemplate(platform);
  pages = await servePages({host: platform.publicUrl, template});
});
after(async () => {
  await person?.close();
  await pages?.stop();
  await platform?.stop();
});

/** Notes in every document what the element says and what the policies forbid. */
const notes = `
  window.heard = [];
  window.violations = [];
  for (const name of ['ready', 'start', 'cancel', 'error']) {
    document.addEventListener('inquiry-' + name, () => heard.push(name));
  }
  addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) => violations.push(effectiveDirective + ' ' + blockedURI));
`;

interface Visit {
  page: Page;
  flow: FrameLocator;
  /** Errors of the page's console. */
  errors: string[];
}

async function visit(name: string): Promise<Visit> {
  const context = await person.browser.newContext(desktop);
  await context.addInitScript(notes);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${pages.url}/${name}/`);
  return {page, flow: page.frameLocator('countersign-inquiry iframe'), errors};
}

async function leave({page, errors}: Visit): Promise<void> {
  assert.deepEqual(errors, []);
  const violations = await Promise.all(
    // a frame that is just being taken away answers no more
    page.frames().map((frame) => frame.evaluate('window.violations').catch(() => [])),
  );
  assert.deepEqual(violations.flat(), []);
  await page.context().close();
}

for (const name of ['plain', 'react', 'vue', 'svelte', 'strict', 'bootstrap']) {
  test(`${name}: opens from its button, in one frame, and says when the person leaves`, async () => {
    const here = await visit(name);
    const {page, flow} = here;
    await page.getByRole('button', {name: 'Verify your identity'}).click();
    await reach(flow, 'Before we start');
    assert.equal(await page.locator('iframe').count(), 1);
    // told once the screen is painted, so a moment after it can be read
    await page.waitForFunction('heard.length > 0');
    assert.deepEqual(await page.evaluate('heard'), ['ready']);
    const dialog = await page.locator('countersign-inquiry').evaluate((element) => {
      const {width, height} = element.shadowRoot?.querySelector('dialog')?.getBoundingClientRect() ?? {};
      return {width, height};
    });
    assert.deepEqual(dialog, {width: 480, height: 760}, 'the page’s styles do not reach it');
    await page.keyboard.press('Escape');
    await page.waitForFunction(`heard.includes('cancel')`);
    await page.getByText('You can go on whenever you like.').waitFor();
    assert.equal(await page.locator('iframe').count(), 0);
    await leave(here);
  });
}

test('react: StrictMode makes one frame, and the theme of its props reaches it', async () => {
  const here = await visit('react');
  await here.page.getByRole('button', {name: 'Verify your identity'}).click();
  await reach(here.flow, 'Before we start');
  const accent = await here.flow.locator('html').evaluate((root) => root.style.getPropertyValue('--cs-accent'));
  assert.equal(accent, '#6d28d9');
  assert.equal(here.page.frames().filter((frame) => frame.url().includes('/widget')).length, 1);
  await leave(here);
});

test('tailwind: inline, as wide as its card, and its reset does not reach the flow', async () => {
  const here = await visit('tailwind');
  await reach(here.flow, 'Before we start');
  const size = await here.flow
    .getByRole('heading', {level: 1})
    .evaluate((heading) => getComputedStyle(heading).fontSize);
  assert.ok(parseFloat(size) >= 24, size);
  const box = await here.page.locator('countersign-inquiry iframe').boundingBox();
  assert.ok(box && Math.abs(box.width - 446) <= 1, `${box?.width}`);
  await leave(here);
});

test('nested: a frame of another origin in between hands the camera on and lets the flow in', async () => {
  const here = await visit('nested');
  const shop = here.page.frameLocator('iframe[title=Shop]');
  await shop.getByRole('button', {name: 'Verify your identity'}).click();
  const flow = shop.frameLocator('countersign-inquiry iframe');
  await reach(flow, 'Before we start');
  await press(flow, 'Agree and continue');
  await reach(flow, /Have your document ready/);
  const mayUseCamera = await flow
    .locator('html')
    .evaluate(() =>
      (document as Document & {featurePolicy: {allowsFeature(name: string): boolean}}).featurePolicy.allowsFeature(
        'camera',
      ),
    );
  assert.equal(mayUseCamera, true);
  await leave(here);
});

test('without JavaScript the link is the hosted page', async () => {
  const context = await person.browser.newContext({...desktop, javaScriptEnabled: false});
  const page = await context.newPage();
  await page.goto(`${pages.url}/plain/`);
  await page.getByRole('link', {name: 'The same as a link'}).click();
  assert.match(page.url(), /\/verify\?inquiry-template-id=itmpl_/);
  await context.close();
});
