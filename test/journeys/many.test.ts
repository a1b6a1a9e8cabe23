/** More than one of something: widgets on a page, tabs on an inquiry, lives of a frame. */
import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import type {Page} from 'playwright';
import {desktop, phone, startPerson, type Person} from './camera.ts';
import {startHost, type Host} from './host.ts';
import {documentTemplate, startPlatform, type Platform} from './platform.ts';
import {agree, choosePicture, startCamera, reach, uploadPicture, type Flow} from './walk.ts';

let platform: Platform;
/** Has no camera; these journeys are about where things stand. */
let person: Person;
let host: Host;
let templateId: string;

before(async () => {
  [platform, person] = await Promise.all([startPlatform(), startPerson('missing')]);
  templateId = await documentTemplate(platform);
  const widget = (id: string): string =>
    `<countersign-inquiry id="${id}" template-id="${templateId}" reference-id="${id}" language="en"></countersign-inquiry>`;
  const head = `<script src="${platform.publicUrl}/embed.js" defer></script><script>${listener}</script>`;
  host = await startHost({
    '/two': () => ({body: `${head}${widget('first')}${widget('second')}`}),
    '/one': () => ({body: `${head}<div id="here">${widget('first')}</div><div id="there"></div>`}),
    '/elsewhere': () => ({body: '<h1>Elsewhere</h1>'}),
  });
});
after(async () => {
  await person?.close();
  await host?.stop();
  await platform?.stop();
});

/** What each element said, in its order; `pageshow` tells whether the page came out of the back-forward cache. */
const listener = `
  window.heard = [];
  for (const name of ['ready', 'start', 'complete', 'cancel', 'error']) {
    document.addEventListener('inquiry-' + name, ({target, detail}) => {
      heard.push({id: target.id, name, inquiryId: detail.inquiryId});
    });
  }
  addEventListener('pageshow', ({persisted}) => { window.restored = persisted; });
`;

interface Heard {
  id: string;
  name: string;
  inquiryId?: string;
}

test('two widgets on one page, in turns: both end well and their events do not mix', async () => {
  const page = await visit('/two');
  const [first, second] = [widget(page, 'first'), widget(page, 'second')];
  await agree(first);
  await agree(second);
  // a frame that grows moves the one below: nobody presses a button that is on its way
  await reach(first, /Have your document ready/);
  await reach(second, /Have your document ready/);
  await startCamera(second);
  await reach(second, 'We found no camera');
  await startCamera(first);
  await reach(first, 'We found no camera');
  await uploadPicture(first, page, 'passport-photo.jpg');
  await reach(first, 'All done, thank you');
  await uploadPicture(second, page, 'passport-nld-photo.jpg');
  await reach(second, 'All done, thank you');

  const of = async (id: string): Promise<Heard[]> => (await heardOf(page)).filter((one) => one.id === id);
  const inquiries = new Set<string | undefined>();
  for (const [id, number] of [
    ['first', 'U4729013K'],
    ['second', undefined],
  ] as const) {
    const said = await of(id);
    assert.deepEqual(
      said.map(({name}) => name),
      ['ready', 'start', 'complete'],
      id,
    );
    const [, {inquiryId: started} = {}, {inquiryId: completed} = {}] = said;
    assert.equal(started, completed);
    inquiries.add(completed);
    const {attributes} = (await platform.get(`/inquiries/${completed}`)).data;
    assert.deepEqual([attributes.status, attributes['reference-id']], ['approved', id]);
    const read = attributes.fields['identification-number']?.value;
    if (number) assert.equal(read, number);
    else assert.notEqual(read, 'U4729013K');
  }
  assert.equal(inquiries.size, 2);
  await page.context().close();
});

test('two tabs on one inquiry: each goes on where the other stands, and both see the end', async () => {
  const context = await person.browser.newContext(phone);
  const {meta} = await platform.post('/inquiries', {
    data: {attributes: {'inquiry-template-id': templateId}},
    meta: {'auto-create-inquiry-session': true},
  });
  const link = `${platform.publicUrl}/verify?${new URLSearchParams({
    'inquiry-template-id': templateId,
    'session-token': meta?.['session-token'] ?? '',
  })}`;
  const [first, second] = [await context.newPage(), await context.newPage()];
  await first.goto(link);
  await reach(first, 'Before we start');
  await second.goto(link);
  await agree(second);
  await startCamera(second);
  await reach(second, 'We found no camera');

  // looking at the first tab again is enough for it to know
  await lookAt(first);
  await reach(first, /Have your document ready/);
  await startCamera(first);
  await uploadPicture(first, first, 'passport-photo.jpg');
  await reach(first, 'All done, thank you');
  // the second tab did not look: what it hands in now comes too late, and it says how things stand
  await uploadPicture(second, second, 'passport-photo.jpg');
  await reach(second, 'All done, thank you');
  await context.close();
});

test('a frame that is reloaded in the middle goes on where it stood, and starts no second inquiry', async () => {
  const page = await visit('/one');
  const flow = widget(page, 'first');
  await agree(flow);
  await startCamera(flow);
  await reach(flow, 'We found no camera');
  await choosePicture(flow, page, 'passport-photo.jpg');
  await reach(flow, 'Is everything readable?');
  const frame = page.frames().find((one) => one.url().startsWith(platform.publicUrl));
  await frame?.evaluate(() => location.reload());
  // the picture was in memory only; the consent before it is on the server
  await startCamera(flow);
  await uploadPicture(flow, page, 'passport-photo.jpg');
  await reach(flow, 'All done, thank you');
  await expectOneInquiry(page);
  await page.context().close();
});

test('an element that the host moves goes on where it stood', async () => {
  const page = await visit('/one');
  const flow = widget(page, 'first');
  await agree(flow);
  await startCamera(flow);
  await reach(flow, 'We found no camera');
  await page.evaluate(() => {
    const element = document.querySelector('countersign-inquiry');
    if (element) document.querySelector('#there')?.append(element);
  });
  await page.waitForFunction(`heard.filter(({name}) => name === 'ready').length === 2`);
  await startCamera(flow);
  await uploadPicture(flow, page, 'passport-photo.jpg');
  await reach(flow, 'All done, thank you');
  await expectOneInquiry(page);
  await page.context().close();
});

test('away and back again: the flow is alive, whether the browser kept the page or made it anew', async () => {
  const page = await visit('/one');
  const flow = widget(page, 'first');
  await reach(flow, 'Before we start');
  await page.goto(`${host.url}/elsewhere`);
  await page.goBack();
  await page.waitForFunction('window.restored !== undefined');
  await agree(flow);
  await startCamera(flow);
  await reach(flow, 'We found no camera');
  await uploadPicture(flow, page, 'passport-photo.jpg');
  await reach(flow, 'All done, thank you');
  await page.context().close();
});

async function visit(path: string): Promise<Page> {
  const page = await (await person.browser.newContext(desktop)).newPage();
  await page.goto(host.url + path);
  return page;
}

function widget(page: Page, id: string): Flow {
  return page.frameLocator(`#${id} iframe`);
}

async function heardOf(page: Page): Promise<Heard[]> {
  return (await page.evaluate('heard')) as Heard[];
}

async function expectOneInquiry(page: Page): Promise<void> {
  await page.waitForFunction(`heard.some(({name}) => name === 'complete')`);
  const heard = await heardOf(page);
  assert.equal(heard.filter(({name}) => name === 'start').length, 1);
  assert.equal(heard.filter(({name}) => name === 'complete').length, 1);
  assert.deepEqual(
    heard.filter(({name}) => name === 'error' || name === 'cancel'),
    [],
  );
  assert.equal(new Set(heard.flatMap(({inquiryId}) => inquiryId ?? [])).size, 1);
}

/** A headless browser's tabs are all visible, so coming back to one has to be said. */
async function lookAt(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}
