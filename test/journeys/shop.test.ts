/** The main job, as a customer's shop offers it: a document in front of a camera becomes a decided inquiry. */
import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import type {BrowserContextOptions, Page} from 'playwright';
import {desktop, phone, startPerson, type Person} from './camera.ts';
import {documentTemplate, startPlatform, type ApiResource, type Platform} from './platform.ts';
import {agree, startCamera, press, reach, reachAccessibly, takePicture, uploadPicture} from './walk.ts';

let platform: Platform;
let person: Person;

before(async () => {
  [platform, person] = await Promise.all([startPlatform(), startPerson({holding: 'passport-photo.jpg'})]);
});
after(async () => {
  await person?.close();
  await platform?.stop();
});

test('a passport by camera in the modal, on a phone: approved, heard by the page and by the shop, read from the picture', async () => {
  await person.hold('passport-photo.jpg');
  const page = await visit('/', phone);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, {heard});
    for (const name of ['load', 'ready', 'start', 'complete', 'error']) {
      document.addEventListener(`inquiry-${name}`, () => heard.push(name));
    }
  });
  const flow = await openFromShop(page);
  await reachAccessibly(page, flow, 'Before we start');
  await agree(flow);
  await reachAccessibly(page, flow, /Have your document ready/);
  await startCamera(flow);
  await takePicture(flow);
  await reachAccessibly(page, flow, 'All done, thank you');
  await flow.getByRole('button', {name: 'Close'}).last().click();
  await page.getByText('You are all set, LINNEA').waitFor();

  const heard = await page.evaluate(() => (window as unknown as {heard: string[]}).heard);
  assert.deepEqual(heard, ['load', 'ready', 'complete']);
  assert.deepEqual(await shopHeard(page), ['inquiry.approved (approved)', 'inquiry.completed (completed)']);

  const inquiry = await latestInquiry();
  assert.equal(inquiry.attributes.status, 'approved');
  const read = Object.fromEntries(
    Object.entries(inquiry.attributes.fields).map(([name, field]) => [name, field.value]),
  );
  assert.deepEqual(
    [read['name-first'], read['name-last'], read['birthdate'], read['identification-number']],
    ['LINNEA MARIA', 'SOLBERG', '1992-10-06', 'U4729013K'],
  );
  await page.context().close();
});

test('inline, on a desktop', async () => {
  await person.hold('passport-photo.jpg');
  const page = await visit('/inline', desktop);
  const flow = await openFromShop(page);
  await agree(flow);
  await startCamera(flow);
  await takePicture(flow);
  await reach(flow, 'All done, thank you');
  await page.getByText('You are all set').waitFor();
  await page.context().close();
});

test('on the hosted page, which returns to the shop', async () => {
  await person.hold('passport-photo.jpg');
  const page = await visit('/hosted', phone);
  await page.getByRole('button', {name: 'Continue on the verification page'}).click();
  await press(page, /Continue here|Start/);
  await reach(page, 'Before we start');
  await agree(page);
  await startCamera(page);
  await takePicture(page);
  await page.waitForURL(/\/hosted\?/, {timeout: 30_000});
  const query = new URL(page.url()).searchParams;
  assert.deepEqual([query.get('status'), query.has('fields')], ['approved', false]);
  assert.match(query.get('inquiry-id') ?? '', /^inq_/);
  await page.getByText('You are all set').waitFor();
  await page.context().close();
});

test('a passport uploaded as a file', async () => {
  const page = await visit('/', desktop);
  const flow = await openFromShop(page);
  await agree(flow);
  await startCamera(flow);
  await uploadPicture(flow, page, 'passport-photo.jpg');
  await reach(flow, 'All done, thank you');
  await page.context().close();
});

test('a driving licence: the front is recognised as lacking, the barcode on the back is read', async () => {
  await person.hold('licence-front-photo.jpg');
  const page = await visit('/', phone);
  const flow = await openFromShop(page);
  await agree(flow);
  await startCamera(flow);
  await takePicture(flow);
  await person.hold('licence-back-photo.jpg');
  await reach(flow, 'Now the other side');
  await press(flow, 'Continue');
  await takePicture(flow);
  await reach(flow, 'All done, thank you');
  const inquiry = await latestInquiry();
  assert.equal(inquiry.attributes.status, 'approved');
  assert.equal(inquiry.attributes.fields['name-last']?.value, 'SAMPLE');
  await page.context().close();
});

test('an expired passport: declined, with the check that says why', async () => {
  await person.hold('passport-expired-photo.jpg');
  const page = await visit('/', phone);
  const flow = await openFromShop(page);
  await agree(flow);
  await startCamera(flow);
  await takePicture(flow);
  await page.getByText('We cannot lend without a deposit').waitFor({timeout: 30_000});
  const inquiry = await latestInquiry();
  assert.equal(inquiry.attributes.status, 'declined');
  const [verification] = await verificationsOf(inquiry);
  const checks = verification?.attributes['checks'] as {name: string; status: string}[];
  assert.equal(checks.find(({name}) => name === 'id_expired_detection')?.status, 'failed');
  await page.context().close();
});

test('a picture of a cat: what to do is said, and after the last try the inquiry has failed', async () => {
  // nothing that the camera would take by itself meanwhile
  await person.hold('cat.jpg');
  const page = await visit('/', desktop);
  const flow = await openFromShop(page);
  await agree(flow);
  await startCamera(flow);
  for (const again of [true, true, false]) {
    await uploadPicture(flow, page, 'cat.jpg');
    if (!again) break;
    await reach(flow, 'Let’s try that again');
    await press(flow, 'Take a new photo');
  }
  await reachAccessibly(page, flow, 'We could not complete the verification');
  assert.equal((await latestInquiry()).attributes.status, 'failed');
  await page.context().close();
});

test('a reload in the middle goes on where it stood', async () => {
  await person.hold('passport-photo.jpg');
  const page = await visit('/hosted', phone);
  await page.getByRole('button', {name: 'Continue on the verification page'}).click();
  await press(page, /Continue here|Start/);
  await agree(page);
  await reach(page, /Have your document ready/);
  await page.goBack();
  await page.goForward();
  await press(page, /Continue here|Start/);
  await reach(page, /Have your document ready/);
  await page.context().close();
});

test('a host that is not on the list is refused, and told which origin to add', async () => {
  const page = await (await person.browser.newContext(desktop)).newPage();
  const templateId = await documentTemplate(platform);
  const query = new URLSearchParams({
    'template-id': templateId,
    protocol: '1',
    'iframe-origin': 'https://elsewhere.example',
  });
  const response = await page.goto(`${platform.publicUrl}/widget?${query}`);
  assert.equal(response?.status(), 400);
  assert.match((await response?.headerValue('content-security-policy')) ?? '', /frame-ancestors/);
  assert.match(await page.locator('body').innerText(), /elsewhere\.example/);
  await page.context().close();
});

async function visit(path: string, options: BrowserContextOptions): Promise<Page> {
  const context = await person.browser.newContext(options);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted ?Type/i.test(message.text())) assert.fail(message.text());
  });
  await page.goto(platform.demoUrl + path);
  return page;
}

async function openFromShop(page: Page) {
  await page.getByRole('button', {name: 'Verify and book'}).click();
  return page.frameLocator('iframe');
}

/** Webhooks come in no promised order. */
async function shopHeard(page: Page): Promise<string[]> {
  await page.locator('[data-event="inquiry.approved"]').waitFor({state: 'attached'});
  await page.locator('[data-event="inquiry.completed"]').waitFor({state: 'attached'});
  return (await page.locator('#heard li').allTextContents()).sort();
}

async function latestInquiry(): Promise<ApiResource> {
  const [summary] = (await platform.get('/inquiries?page[size]=1')).data;
  assert.ok(summary);
  return (await platform.get(`/inquiries/${summary.id}`)).data;
}

async function verificationsOf(inquiry: ApiResource): Promise<ApiResource[]> {
  const related = inquiry.relationships['verifications']?.data;
  const ids = Array.isArray(related) ? related.map(({id}) => id) : [];
  return Promise.all(ids.map(async (id) => (await platform.get(`/verifications/${id}`)).data));
}
