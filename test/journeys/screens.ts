/**
 * Takes the pictures in docs/screens: every screen of the flow on a phone and a desktop, dark and from right to left, and the pages
 * around it. The pages are the built ones; in the flow's pictures the server's answers are scripted (`test/flow/positions.ts`).
 *
 *     npm run screens            all of them
 *     npm run screens -- review handoff  those whose name holds one of the words
 */
import fs from 'node:fs';
import path from 'node:path';
import type {BrowserContext, BrowserContextOptions, Page} from 'playwright';
import sharp from 'sharp';
import type {Handoff} from '../../src/protocol/flow.ts';
import {positions} from '../flow/positions.ts';
import {desktop, phone, specimen, startPerson, type Person} from './camera.ts';
import {handIn} from './hand-in.ts';
import {documentTemplate, startPlatform, type Platform} from './platform.ts';
import {isPicture, setSight} from './scenes.ts';
import {flowScreens, type FlowScreen} from './screen-list.ts';
import {agree, startCamera, reach, uploadPicture} from './walk.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/screens');
const only = process.argv.slice(2);
const isWanted = (name: string): boolean => only.length === 0 || only.some((word) => name.includes(word));

const looks: Record<string, {language: string; options: BrowserContextOptions}> = {
  phone: {language: 'en', options: phone},
  'phone-dark': {language: 'en', options: {...phone, colorScheme: 'dark'}},
  'phone-ar': {language: 'ar', options: {...phone, locale: 'ar-EG'}},
  desktop: {language: 'en', options: desktop},
};

const handoff: Handoff = {
  code: 'X7Q2',
  link: 'https://verify.example.com/verify?code=X7Q29KD4MM31',
  expiresAt: '2100-01-01T00:00:00Z',
  senders: ['email', 'sms'],
};

interface Around {
  name: string;
  caption: string;
}

const around: Around[] = [];
const aroundHeading = '## Around it';

const [platform, person] = await Promise.all([startPlatform(), startPerson('missing')]);
try {
  fs.mkdirSync(folder, {recursive: true});
  for (const screen of flowScreens) {
    for (const [look, {language, options}] of Object.entries(looks)) {
      if (pictured(screen, look) && isWanted(`${screen.name}.${look}`))
        await takeFlow(platform, person, screen, {look, language, options});
    }
  }
  if (isWanted('readme')) await takeReadme(platform, person);
  if (only.length === 0 || only.some((word) => word.startsWith('operators'))) await takeOperators(platform, person);
  await takeShop(platform, person);
  writeIndex();
} finally {
  await person.close();
  await platform.stop();
}

/** The camera's stage is dark in every scheme. */
function pictured({name}: FlowScreen, look: string): boolean {
  return !(name.startsWith('capture') && look === 'phone-dark');
}

interface Look {
  look: string;
  language: string;
  options: BrowserContextOptions;
}

async function takeFlow(platform: Platform, person: Person, screen: FlowScreen, look: Look): Promise<void> {
  const photo = isPicture(screen.sight);
  // photographs do not compress as surfaces do
  const options = photo ? {...look.options, deviceScaleFactor: 1} : look.options;
  const page = await openFlow(platform, person, screen, {...look, options});
  await save(page, `${screen.name}.${look.look}`, photo ? 60 : 72);
  await page.context().unrouteAll({behavior: 'ignoreErrors'});
  await page.context().close();
}

/** The screen as the first picture of the README: twice as fine. */
async function takeReadme(platform: Platform, person: Person): Promise<void> {
  const screen = flowScreens.find(({name}) => name === 'capture-found');
  if (!screen) return;
  const options = {...phone, deviceScaleFactor: 2};
  const page = await openFlow(platform, person, screen, {look: 'phone', language: 'en', options});
  await save(page, 'readme', 70);
  await page.context().close();
}

async function openFlow(
  platform: Platform,
  person: Person,
  {position, sight = 'missing', refusal, act, shows}: FlowScreen,
  {look, language, options}: Look,
): Promise<Page> {
  const context = await person.browser.newContext({...options, reducedMotion: 'reduce'});
  await setSight(context, sight, look.startsWith('phone'));
  await script(context, typeof position === 'string' ? positions[position] : position(language), refusal);
  const page = await context.newPage();
  const templateId = await documentTemplate(platform);
  const query = new URLSearchParams({
    'inquiry-template-id': templateId,
    'session-token': 'session-of-the-pictures',
    language,
  });
  await page.goto(`${platform.publicUrl}/verify?${query}`);
  await page.locator('h1').first().waitFor();
  await act?.(page);
  await page.locator(shows).first().waitFor();
  return page;
}

/** Answers of the flow's API: the position, evidence whose upload stands still half-way, and nothing else. */
async function script(context: BrowserContext, position: unknown, refusal: FlowScreen['refusal']): Promise<void> {
  let parts = 0;
  await context.route('**/api/flow/v1/**', async (route) => {
    const request = route.request();
    const at = new URL(request.url()).pathname.replace('/api/flow/v1', '');
    if (refusal && at === '/position') {
      const {status, code} = refusal;
      await route.fulfill({status, json: {error: {code, message: code}}, headers: {'request-id': 'req_7Hq2mXv9'}});
    } else if (at === '/position') await route.fulfill({json: position});
    else if (at === '/handoff') await route.fulfill({status: 201, json: handoff});
    else if (at === '/evidence') {
      await route.fulfill({status: 201, json: {id: 'evi_1', partBytes: 65_536, offset: 0, state: 'pending'}});
    } else if (at.startsWith('/evidence/')) {
      // the last part never gets its answer, so that the bar stands still for its picture
      if (++parts > 1) return;
      await route.fulfill({json: {id: 'evi_1', partBytes: 65_536, offset: parts * 65_536, state: 'pending'}});
    } else await route.fulfill({status: at === '/events' ? 404 : 204});
  });
}

async function takeShop(platform: Platform, person: Person): Promise<void> {
  const picture = async (
    name: string,
    caption: string,
    options: BrowserContextOptions,
    act: (page: Page) => Promise<void>,
  ) => {
    around.push({name, caption});
    if (!isWanted(name)) return;
    const page = await (await person.browser.newContext({...options, reducedMotion: 'reduce'})).newPage();
    await act(page);
    await save(page, name);
    await page.context().close();
  };
  const open = async (page: Page, where: string) => {
    await page.goto(platform.demoUrl + where);
    await page.getByRole('button', {name: 'Verify and book'}).click();
    const flow = page.frameLocator('iframe');
    await reach(flow, 'Before we start');
    return flow;
  };
  const shop = async (page: Page) => void (await page.goto(platform.demoUrl));
  const done = async (page: Page) => {
    const flow = await open(page, '/');
    await agree(flow);
    await startCamera(flow);
    await uploadPicture(flow, page, 'passport-photo.jpg');
    await reach(flow, 'All done, thank you');
    await flow.getByRole('button', {name: 'Close'}).last().click();
    await page.getByText('You are all set').waitFor();
    await page.getByText('What the shop’s server heard').click();
    await page.locator('[data-event="inquiry.approved"]').waitFor();
  };
  await picture('shop.desktop', 'The demo shop', desktop, shop);
  await picture('shop.phone', 'The demo shop on a phone', phone, shop);
  await picture('shop-modal.desktop', 'The flow as a modal', desktop, async (page) => void (await open(page, '/')));
  await picture('shop-inline.desktop', 'The flow inline', desktop, async (page) => void (await open(page, '/inline')));
  await picture('shop-done.desktop', 'What the shop’s server heard', desktop, done);
  await picture('shop-done.phone', 'The same on a phone', phone, done);
  const hosted = async (page: Page) => {
    await page.goto(`${platform.demoUrl}/hosted`);
    await page.getByRole('button', {name: 'Continue on the verification page'}).click();
    await page.getByRole('button', {name: 'Continue here'}).waitFor();
  };
  await picture('hosted.desktop', 'The hosted page, by a one-time link', desktop, hosted);
  await picture('hosted.phone', 'The same on a phone', phone, hosted);
}

async function takeOperators(platform: Platform, person: Person): Promise<void> {
  const page = await (await person.browser.newContext({...desktop, reducedMotion: 'reduce'})).newPage();
  const picture = async (name: string, caption: string) => {
    around.push({name, caption});
    await save(page, name);
  };
  await page.goto(platform.operatorLink);
  await page.getByRole('button', {name: 'Sign in'}).waitFor();
  await picture('operators-sign-in.desktop', 'A reviewer signs in by a one-time link');
  await page.getByRole('button', {name: 'Sign in'}).click();
  await page.getByRole('link', {name: 'Outbox'}).waitFor();
  const files = ['cat.jpg', 'passport-expired-photo.jpg', 'passport-nld-photo.jpg', 'passport-photo.jpg'];
  for (const file of files) {
    await handIn(platform, {front: fs.readFileSync(specimen(file)), attempts: file === 'cat.jpg' ? 3 : 1});
  }
  await page.goto(`${platform.operatorUrl}/inquiries`);
  await page
    .getByRole('link', {name: /SOLBERG/})
    .first()
    .waitFor();
  await picture('operators-list.desktop', 'All inquiries, by keyboard too');
  await page
    .getByRole('link', {name: /SOLBERG/})
    .first()
    .click();
  const image = page.getByRole('img', {name: /Front/});
  await image.waitFor();
  await image.evaluate((element: HTMLImageElement) => element.decode());
  await picture('operators-detail.desktop', 'The evidence left, what the checks said right');
  await page.getByText('MRZ detection').click();
  await page.getByText('Threshold').filter({visible: true}).first().waitFor();
  await picture('operators-check.desktop', 'Why a check said so: value, threshold, the place on the picture');
  await page.getByRole('link', {name: 'Outbox'}).click();
  await page
    .getByRole('row', {name: /inquiry\./})
    .first()
    .waitFor();
  await picture('operators-outbox.desktop', 'What left the machine: webhooks and mails');
  await page.emulateMedia({colorScheme: 'dark'});
  await page.getByRole('link', {name: 'Inquiries'}).click();
  await page
    .getByRole('link', {name: /SOLBERG/})
    .first()
    .waitFor();
  await picture('operators-list.desktop-dark', 'The same in the dark');
  await page.context().close();
}

/** @param quality from 0 to 100: as low as does not show */
async function save(page: Page, name: string, quality = 72): Promise<void> {
  // nothing hovers
  await page.mouse.move(0, 0);
  const png = await page.screenshot({animations: 'disabled'});
  await sharp(png)
    .png({palette: true, quality, effort: 10, compressionLevel: 9, dither: 0.3})
    .toFile(path.join(folder, `${name}.png`));
}

/** The pages around the flow are named where their pictures are taken: when only some were, the old list stays. */
function writeIndex(): void {
  const file = path.join(folder, 'README.md');
  const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  const image = (name: string, alt: string): string => `<img src="${name}.png" alt="${alt}" width="180">`;
  const names = Object.keys(looks).filter((look) => look !== 'desktop');
  const text = [
    '# Screens',
    '',
    'Taken by `npm run screens` from the built product. The document is a specimen of a country that does not exist.',
    '',
    '## The flow',
    '',
    row(['', 'phone, 360 × 640', 'dark', 'from right to left', 'desktop']),
    row(Array.from({length: 5}, () => '---')),
    ...flowScreens.map((screen) =>
      row([
        screen.caption,
        ...names.map((look) => (pictured(screen, look) ? image(`${screen.name}.${look}`, screen.caption) : '')),
        `[1440 × 900](${screen.name}.desktop.png)`,
      ]),
    ),
    '',
    aroundHeading,
    '',
    ...around.flatMap(({name, caption}) => [`### ${caption}`, '', `![${caption}](${name}.png)`, '']),
  ];
  const whole = text.join('\n');
  const [flow = ''] = whole.split(aroundHeading);
  const [, known = ''] = (only.length > 0 ? fs.readFileSync(file, 'utf8') : whole).split(aroundHeading);
  fs.writeFileSync(file, `${(flow + aroundHeading + known).trimEnd()}\n`);
}
