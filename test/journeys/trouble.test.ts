/** What goes wrong for real people, each with its words and its way on. */
import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import type {BrowserContextOptions, Frame, Page} from 'playwright';
import {expectAccessible} from './accessible.ts';
import {desktop, phone, specimen, startPerson, type Person} from './camera.ts';
import {startHost, type Host} from './host.ts';
import {pdfOf} from './pdf.ts';
import {documentTemplate, startPlatform, type ApiResource, type Platform} from './platform.ts';
import {agree, startCamera, choosePicture, press, reach, reachAccessibly, uploadPicture, type Flow} from './walk.ts';

let platform: Platform;
/** Has no camera. */
let person: Person;
let host: Host;
let templateId: string;
let tried: {inquiryId: string; sessionToken: string};

before(async () => {
  [platform, person] = await Promise.all([startPlatform(), startPerson('missing')]);
  templateId = await documentTemplate(platform);
  const loader = `<script src="${platform.publicUrl}/embed.js" defer></script>`;
  const element = `<countersign-inquiry template-id="${templateId}"></countersign-inquiry>`;
  host = await startHost({
    '/without-camera': () => ({body: loader + element, headers: {'permissions-policy': 'camera=()'}}),
    '/wrong-token': () => ({body: `${loader}<script>${openWithToken(tried)}</script>`}),
  });
});
after(async () => {
  await person?.close();
  await host?.stop();
  await platform?.stop();
});

test('the camera is refused: said how to allow it, and an upload ends well', async () => {
  const refusing = await startPerson('denied');
  try {
    const page = await visit('/', phone, refusing);
    const flow = await openFromShop(page);
    await agree(flow);
    await startCamera(flow);
    await reachAccessibly(page, flow, 'The camera is blocked');
    await flow.getByText('How to allow it').waitFor();
    await uploadPicture(flow, page, 'passport-photo.jpg');
    await reach(flow, 'All done, thank you');
  } finally {
    await refusing.close();
  }
});

test('there is no camera: an upload ends well', async () => {
  const page = await visit('/', desktop);
  const flow = await openFromShop(page);
  await agree(flow);
  await startCamera(flow);
  await reachAccessibly(page, flow, 'We found no camera');
  await uploadPicture(flow, page, 'passport-photo.jpg');
  await reach(flow, 'All done, thank you');
  await page.context().close();
});

test('the host page keeps the camera to itself: told apart, with the upload as the way on', async () => {
  const page = await (await person.browser.newContext(desktop)).newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(`${host.url}/without-camera`);
  const flow = page.frameLocator('iframe');
  await agree(flow);
  await startCamera(flow);
  await reachAccessibly(page, flow, 'The camera is not allowed on this page');
  await flow.getByRole('button', {name: 'Upload a file'}).waitFor();
  assert.equal(await flow.getByRole('button', {name: 'Try again'}).count(), 0, 'trying again cannot help');
  const advice = `camera=(self "${platform.publicUrl}")`;
  assert.ok(
    said.some((text) => text.includes(advice)),
    'the console tells the integrator what to allow',
  );
  await page.context().close();
});

test('files that cannot be used are refused in words; a scanned PDF is read', async () => {
  const page = await visit('/', desktop);
  const flow = await openFromShop(page);
  await agree(flow);
  await startCamera(flow);
  await reach(flow, 'We found no camera');
  const choose = async (name: string, buffer: Buffer) => {
    const chooser = page.waitForEvent('filechooser');
    await press(flow, 'Upload a file');
    await (await chooser).setFiles({name, mimeType: 'application/octet-stream', buffer});
  };
  const refusal = (words: RegExp) => flow.getByRole('alert').filter({hasText: words}).waitFor();
  await choose('passport.jpg', Buffer.from('Dear Sir or Madam, this is no picture at all.'));
  await refusal(/This kind of file cannot be used/);
  await choose('scan.pdf', Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(20 * 1024 * 1024 + 1)]));
  await refusal(/The file is too large/);
  await choose('empty.png', Buffer.alloc(0));
  await refusal(/The file is empty/);
  await choose('broken.jpg', fs.readFileSync(specimen('cat.jpg')).subarray(0, 600));
  await refusal(/The file could not be opened/);
  await expectAccessible(page);

  await choose('passport.pdf', await pdfOf(fs.readFileSync(specimen('passport-photo.jpg'))));
  await reachAccessibly(page, flow, 'Send this file?');
  await press(flow, 'Use this file');
  await reach(flow, 'All done, thank you');
  assert.equal((await latestInquiry()).attributes.fields['identification-number']?.value, 'U4729013K');
  await page.context().close();
});

test('offline in the middle: said so, and it goes on by itself', async () => {
  const page = await visit('/', phone);
  const flow = await openFromShop(page);
  await agree(flow);
  await reach(flow, /Have your document ready/);
  await page.context().setOffline(true);
  const banner = flow.locator('cs-banner').filter({hasText: 'You are offline'});
  await banner.waitFor();
  await startCamera(flow);
  await expectAccessible(page);
  await page.context().setOffline(false);
  await reach(flow, 'We found no camera');
  await banner.waitFor({state: 'detached'});

  await choosePicture(flow, page, 'passport-photo.jpg');
  await reach(flow, 'Is everything readable?');
  await page.context().setOffline(true);
  await press(flow, 'Use this photo');
  await reach(flow, 'Sending your photos');
  await banner.waitFor();
  await page.context().setOffline(false);
  await reach(flow, 'All done, thank you');
  await page.context().close();
});

test('Escape asks before it leaves; the host hears it, the focus is back where it was, and one can go on', async () => {
  const page = await visit('/', desktop);
  await page.evaluate(() => {
    const left: unknown[] = [];
    Object.assign(window, {left});
    document.addEventListener('inquiry-cancel', (event) => left.push((event as CustomEvent).detail));
  });
  const flow = await openFromShop(page);
  await agree(flow);
  await reach(flow, /Have your document ready/);
  const question = flow.getByRole('dialog', {name: 'Leave the verification?'});
  await page.keyboard.press('Escape');
  await question.waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await question.waitFor({state: 'hidden'});
  assert.deepEqual(await page.evaluate('left'), []);

  await page.keyboard.press('Escape');
  await press(flow, /^Leave$/);
  await page.waitForFunction('left.length === 1');
  const [{inquiryId}] = (await page.evaluate('left')) as [{inquiryId: string}];
  assert.equal(inquiryId, (await latestInquiry()).id);
  await page.locator('#verify:focus').waitFor();
  assert.equal(await page.evaluate('document.documentElement.style.overflow'), '');
  await page.context().close();
});

test('the whole way without a mouse', async () => {
  const page = await visit('/', desktop);
  await tabTo(page, /Verify and book/);
  await page.keyboard.press('Enter');
  const flow = page.frameLocator('iframe');
  await reach(flow, 'Before we start');
  await tabTo(page, /Agree and continue/);
  await page.keyboard.press('Enter');
  await reach(flow, /Have your document ready/);
  await tabTo(page, /Take a photo/);
  await page.keyboard.press('Space');
  await reach(flow, 'We found no camera');
  // asked for beforehand: a key may overtake the request to be told of the chooser
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, /Upload a file/);
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(specimen('passport-photo.jpg'));
  await reach(flow, 'Is everything readable?');
  await tabTo(page, /Use this photo/);
  await page.keyboard.press('Space');
  await reach(flow, 'All done, thank you');
  await tabTo(page, /^Close$/);
  await page.keyboard.press('Enter');
  await page.locator('iframe').waitFor({state: 'detached'});
  await page.getByText('You are all set').waitFor();
  await page.context().close();
});

/** The upload from consent to approval, each screen through axe, in other people's languages and settings. */
const manners: {says: string; options: BrowserContextOptions; dir: 'ltr' | 'rtl'; words: Words}[] = [
  {
    says: 'in German, dark, with less motion, on a desktop',
    options: {...desktop, locale: 'de-DE', colorScheme: 'dark', reducedMotion: 'reduce'},
    dir: 'ltr',
    words: await wordsOf('de'),
  },
  {
    says: 'in Arabic, from right to left, on a phone',
    options: {...phone, locale: 'ar-EG'},
    dir: 'rtl',
    words: await wordsOf('ar'),
  },
  {
    says: 'in English on a phone of 320 px, dark, with less motion',
    options: {...phone, viewport: {width: 320, height: 568}, colorScheme: 'dark', reducedMotion: 'reduce'},
    dir: 'ltr',
    words: await wordsOf('en'),
  },
  {
    says: 'in English at 400 % zoom of a 1280 px window',
    options: {viewport: {width: 320, height: 256}, deviceScaleFactor: 4},
    dir: 'ltr',
    words: await wordsOf('en'),
  },
];

for (const {says, options, dir, words} of manners) {
  test(says, async () => {
    const page = await visit('/', options);
    const flow = await openFromShop(page);
    const at = async (title: string): Promise<void> => {
      await reachAccessibly(page, flow, title);
      const root = flow.locator('html');
      assert.equal(await root.getAttribute('dir'), dir, title);
      const sideways = await root.evaluate(({scrollWidth, clientWidth}) => scrollWidth - clientWidth);
      assert.equal(sideways, 0, `${title}: nothing to scroll sideways`);
    };
    await at(words.base.consentTitle);
    await press(flow, words.base.consentAccept);
    await at(words.document.readyTitle);
    await press(flow, words.document.readyStart);
    await at(words.capture.missingTitle);
    const chooser = page.waitForEvent('filechooser');
    await press(flow, words.capture.upload);
    await (await chooser).setFiles(specimen('passport-photo.jpg'));
    await at(words.document.reviewTitle);
    await press(flow, words.document.reviewUse);
    await at(words.ending.successTitle);
    await page.context().close();
  });
}

test('an inquiry that expired meanwhile says so, in the middle and at the next opening', async () => {
  const {data, meta} = await platform.post('/inquiries', {
    data: {attributes: {'inquiry-template-id': templateId}},
    meta: {'auto-create-inquiry-session': true, 'auto-create-one-time-link': true},
  });
  const page = await visit(meta?.['one-time-link'] ?? '', phone);
  await press(page, 'Continue here');
  await agree(page);
  await reach(page, /Have your document ready/);
  // whoever came by a code listens, so the page notices by itself
  await platform.post(`/inquiries/${data.id}/expire`, {});
  await reachAccessibly(page, page, 'This verification has expired');

  tried = {inquiryId: data.id, sessionToken: meta?.['session-token'] ?? ''};
  await page.goto(`${host.url}/wrong-token`);
  await reach(page.frameLocator('iframe'), 'This verification has expired');
  await page.context().close();
});

test('a session token that opens nothing: the error screen says what to do, the host hears the code', async () => {
  tried = {inquiryId: (await latestInquiry()).id, sessionToken: 'sess_0000000000000000000000000000'};
  const page = await visit(`${host.url}/wrong-token`, desktop);
  const flow = page.frameLocator('iframe');
  await reachAccessibly(page, flow, 'Your session has ended');
  await page.waitForFunction(`errors.includes('session_expired')`);
  assert.equal(await flow.getByRole('button', {name: 'Try again'}).count(), 0);
  await page.context().close();
});

async function visit(path: string, options: BrowserContextOptions, who = person): Promise<Page> {
  const context = await who.browser.newContext(options);
  const page = await context.newPage();
  await page.goto(new URL(path, platform.demoUrl).href);
  return page;
}

async function openFromShop(page: Page): Promise<Flow> {
  await page.getByRole('button', {name: 'Verify and book'}).click();
  return page.frameLocator('iframe');
}

async function latestInquiry(): Promise<ApiResource> {
  const [summary] = (await platform.get('/inquiries?page[size]=1')).data;
  assert.ok(summary);
  return (await platform.get(`/inquiries/${summary.id}`)).data;
}

/** A host's script that opens one inquiry with a token and keeps the codes of the errors it hears. */
function openWithToken({inquiryId, sessionToken}: typeof tried): string {
  return `
    window.errors = [];
    document.addEventListener('inquiry-error', ({detail}) => errors.push(detail.code));
    addEventListener('DOMContentLoaded', () => {
      const inquiry = document.createElement('countersign-inquiry');
      Object.assign(inquiry, ${JSON.stringify({inquiryId, sessionToken, language: 'en'})});
      document.body.append(inquiry);
    });`;
}

interface Words {
  base: Record<'consentTitle' | 'consentAccept', string>;
  ending: Record<'successTitle', string>;
  document: Record<'readyTitle' | 'readyStart' | 'reviewTitle' | 'reviewUse', string>;
  capture: Record<'missingTitle' | 'upload', string>;
}

async function wordsOf(language: 'en' | 'de' | 'ar'): Promise<Words> {
  const group = async <T>(name: string): Promise<T> =>
    ((await import(`../../src/flow/locales/${language}/${name}.ts`)) as {default: T}).default;
  const [base, ending, document, capture] = await Promise.all([
    group<Words['base']>('base'),
    group<Words['ending']>('ending'),
    group<Words['document']>('document'),
    group<Words['capture']>('capture'),
  ]);
  return {base, ending, document, capture};
}

/** Presses Tab until what has the focus has this name; a name that never comes up cannot be reached by keyboard. */
async function tabTo(page: Page, name: RegExp, {back = false} = {}): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    const focused = await focusedName(page);
    if (name.test(focused)) return;
    passed.push(focused);
  }
  assert.fail(`${String(name)} is not reached by keyboard; passed: ${passed.join(', ')}`);
}

async function focusedName(page: Page): Promise<string> {
  const frames: Frame[] = page.frames();
  for (const frame of frames.reverse()) {
    const name = await frame.evaluate(() => {
      let element = document.hasFocus() ? document.activeElement : null;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (!element || element instanceof HTMLIFrameElement || element === document.body) return '';
      return (element.ariaLabel ?? element.textContent ?? '').trim().replace(/\s+/g, ' ');
    });
    if (name) return name;
  }
  return '';
}
