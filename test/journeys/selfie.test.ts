/** A face in front of a camera, in a real browser and judged by the real engines: passed, not matched, not alive, without a camera, on two devices. */
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Page} from 'playwright';
import {expectAccessible} from './accessible.ts';
import {desktop, phone, startPerson, type CameraState} from './camera.ts';
import {stillPicture, tiltingSheet, turningHead} from './film.ts';
import {shippedTemplate, startPlatform, type ApiResource, type Platform} from './platform.ts';
import {agree, press, reach, startCamera, uploadPicture} from './walk.ts';

let platform: Platform;
before(async () => {
  platform = await startPlatform();
});
after(() => platform?.stop());

/** A session is four poses, each shown again every three to six seconds; then the engines look at every frame. */
const sessionMs = 120_000;

async function withPerson(
  camera: CameraState,
  meet: (page: Page) => Promise<void>,
  device: typeof phone = phone,
): Promise<void> {
  const person = await startPerson(camera);
  try {
    const context = await person.browser.newContext(device);
    await meet(await context.newPage());
  } finally {
    await person.close();
  }
}

/** Consent and the document, up to the selfie. */
async function bringDocument(page: Page, passport: string): Promise<void> {
  const template = await shippedTemplate(platform, 'KYC');
  await page.goto(`${platform.publicUrl}/verify?inquiry-template-id=${template}`);
  await agree(page);
  await startCamera(page);
  await uploadPicture(page, page, passport);
  await waitFor(page, 'Now a selfie');
}

function waitFor(page: Page, name: string | RegExp): Promise<void> {
  return reach(page, name, sessionMs);
}

async function selfieOf(status: string): Promise<ApiResource> {
  const inquiry = await newest();
  assert.equal(inquiry.attributes.status, status);
  const verifications = inquiry.relationships['verifications']?.data;
  assert.ok(Array.isArray(verifications));
  const selfie = verifications.filter(({type}) => type === 'verification/selfie').at(-1);
  assert.ok(selfie, 'a selfie was judged');
  return (await platform.get(`/verifications/${selfie.id}`)).data;
}

async function newest(): Promise<ApiResource> {
  const {data} = await platform.get('/inquiries');
  return (await platform.get(`/inquiries/${data[0]?.id}`)).data;
}

function statusOf({attributes}: ApiResource, name: string): [string | undefined, string[] | undefined] {
  const checks = attributes['checks'] as {name: string; status: string; reasons: string[]}[];
  const found = checks.find((check) => check.name === name);
  return [found?.status, found?.reasons];
}

test('document and selfie: a head that turns as asked is approved', async () => {
  await withPerson({film: await turningHead('mei-1')}, async (page) => {
    await bringDocument(page, 'passport-mei-photo.jpg');
    await expectAccessible(page);
    await press(page, 'Open the camera');
    await waitFor(page, /Turn your head/);
    await expectAccessible(page);
    await waitFor(page, 'All done, thank you');
    const selfie = await selfieOf('approved');
    assert.deepEqual(statusOf(selfie, 'selfie_liveness_detection'), ['passed', []]);
    assert.deepEqual(statusOf(selfie, 'selfie_id_comparison'), ['passed', []]);
  });
});

test('somebody else’s document: told that the faces do not match, and asked again', async () => {
  await withPerson({film: await turningHead('mei-1')}, async (page) => {
    await bringDocument(page, 'passport-marco-photo.jpg');
    await press(page, 'Open the camera');
    await waitFor(page, 'Let’s try that again');
    await page.getByText(/did not match/).waitFor();
    await expectAccessible(page);
    const selfie = await selfieOf('pending');
    assert.deepEqual(statusOf(selfie, 'selfie_id_comparison'), ['failed', ['no_match']]);
    assert.deepEqual(statusOf(selfie, 'selfie_liveness_detection'), ['passed', []]);
  });
});

/** A link for somebody whose face is known from an approved inquiry. */
async function returningPerson(referenceId: string): Promise<string> {
  const kyc = await shippedTemplate(platform, 'KYC');
  const first = await create(kyc, referenceId);
  const passed = {type: 'create_passed_verification'};
  await platform.post(`/inquiries/${first}/perform-simulate-actions`, {meta: {'simulate-actions': [passed, passed]}});
  const again = await create(await shippedTemplate(platform, 'Selfie re-verification'), referenceId);
  const {meta} = await platform.post(`/inquiries/${again}/generate-one-time-link`, {});
  const link = meta?.['one-time-link'];
  assert.ok(link);
  return link;
}

async function create(templateId: string, referenceId: string): Promise<string> {
  const attributes = {'inquiry-template-id': templateId, 'reference-id': referenceId};
  return (await platform.post('/inquiries', {data: {attributes}})).data.id;
}

test('a face that is known: a still picture of it does not pass', async () => {
  const link = await returningPerson('mei');
  await withPerson({film: await stillPicture('mei-1')}, async (page) => {
    await open(page, link);
    await press(page, 'Open the camera');
    await page.getByText('The picture does not move').first().waitFor({timeout: sessionMs});
    await pressUntilEnded(page);
    await page.getByText(/could not be sure that it was you, live/).waitFor();
  });
});

test('a face that is known, at a desktop without a camera: the phone takes the selfie, which alone approves on both', async () => {
  const link = await returningPerson('mei');
  const takeOnPhone = async (code: string, joined: () => Promise<void>) => {
    await withPerson({film: await turningHead('mei-1')}, async (page) => {
      await page.goto(code);
      await press(page, 'Continue here');
      await reach(page, 'Now a selfie');
      await joined();
      await press(page, 'Open the camera');
      await waitFor(page, 'All done, thank you');
    });
  };
  const meet = async (page: Page) => {
    await open(page, link);
    await press(page, 'Open the camera');
    await reach(page, 'We found no camera');
    await expectAccessible(page);
    await press(page, 'Continue on your phone');
    await page.getByRole('img', {name: /^QR code/}).waitFor();
    const code = await page.getByLabel('Or open this link there').inputValue();
    await takeOnPhone(code, () => reach(page, 'Your phone is connected'));
    await reach(page, 'All done, thank you');
  };
  await withPerson('missing', meet, desktop);
  const selfie = await selfieOf('approved');
  assert.deepEqual(statusOf(selfie, 'selfie_account_comparison'), ['passed', []]);
});

async function open(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await press(page, /Continue here|Start/);
  await agree(page);
  await reach(page, 'Now a selfie');
}

test('an age check: whoever looks clearly older is done with a look into the camera', async () => {
  await withPerson({film: await turningHead('mei-1')}, async (page) => {
    const template = await shippedTemplate(platform, 'Age check');
    await page.goto(`${platform.publicUrl}/verify?inquiry-template-id=${template}`);
    await agree(page);
    await reach(page, 'Now a selfie');
    await press(page, 'Open the camera');
    await waitFor(page, 'All done, thank you');
    const selfie = await selfieOf('approved');
    assert.deepEqual(statusOf(selfie, 'selfie_age_estimation'), ['passed', []]);
    const {fields} = (await newest()).attributes;
    assert.deepEqual([fields['age-confirmed']?.value, fields['age-confirmed-by']?.value], [true, 'estimate']);
    assert.equal(fields['birthdate']?.value, null);
  });
});

test('a photograph that is tilted before the camera shows no turn, however often the button is pressed', async () => {
  await withPerson({film: await tiltingSheet('mei-1')}, async (page) => {
    await open(page, await returningPerson('tilted'));
    await press(page, 'Open the camera');
    await waitFor(page, /Turn your head|Let’s try that again/);
    await pressUntilEnded(page);
    await page.getByText(/could not be sure that it was you, live|took too long/).waitFor();
  });
});

/** The button, however often it may be pressed. */
async function pressUntilEnded(page: Page): Promise<void> {
  const again = page.getByRole('heading', {level: 1, name: 'Let’s try that again'});
  while (!(await again.isVisible())) {
    const shutter = page.getByRole('button', {name: 'Take photo'});
    await shutter.or(again).first().waitFor();
    if (await shutter.isVisible()) await shutter.click().catch(ignoreGone);
  }
}

/** The camera closes when the session ends, and takes its button along. */
function ignoreGone(): void {}

test('no camera allowed at the selfie: said why, and another device can go on', async () => {
  const template = await shippedTemplate(platform, 'Selfie re-verification');
  await withPerson('denied', async (page) => {
    await page.goto(`${platform.publicUrl}/verify?inquiry-template-id=${template}`);
    await agree(page);
    await reach(page, 'Now a selfie');
    await press(page, 'Open the camera');
    await reach(page, 'The camera is blocked');
    await expectAccessible(page);
    await press(page, 'Continue on another device');
    await reach(page, 'Continue on another device');
  });
});
