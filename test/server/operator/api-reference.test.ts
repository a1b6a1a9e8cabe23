/** The operators' origin over a real socket: the API's reference in a real browser, and how long files may be kept. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {chromium, type Browser} from 'playwright';
import {operatorApp} from '../../../src/server/operator/operator-app.ts';
import {listen, type Listener} from '../../../src/server/listen.ts';
import {findBrowser} from '../../browser.mjs';
import {openApiWorld, type ApiWorld} from '../api/api-world.ts';

const viewer = path.resolve(import.meta.dirname, '../../../src/server/operator/rapidoc/rapidoc-min.js');

let world: ApiWorld;
let listener: Listener;
let browser: Browser;
let publicFiles: string;
let address: string;
before(async () => {
  publicFiles = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-operator-'));
  fs.mkdirSync(path.join(publicFiles, 'assets'));
  fs.copyFileSync(viewer, path.join(publicFiles, 'assets/api-reference.js'));
  fs.writeFileSync(path.join(publicFiles, 'assets/dashboard-a1b2c3d4.js'), 'export {};');
  fs.writeFileSync(path.join(publicFiles, 'assets/operator.css'), 'body {}');
  world = await openApiWorld();
  listener = await listen({host: '127.0.0.1', port: 0});
  address = `http://127.0.0.1:${listener.port}`;
  const settings = {...world.ctx.settings, publicFiles, operatorUrl: address};
  listener.setFetch(operatorApp({...world.ctx, settings}).fetch);
  browser = await chromium.launch(await findBrowser());
});
after(async () => {
  await browser?.close();
  await listener?.close(0);
  await world?.close();
  fs.rmSync(publicFiles, {recursive: true, force: true});
});

test('the reference shows its operations under its policy, asks nobody else, and reaches nothing of ours', async () => {
  const page = await browser.newPage();
  // the viewer lays out the whole document at once
  page.setDefaultTimeout(120_000);
  const [said, asked]: [string[], string[]] = [[], []];
  page.on('console', (message) => void (message.type() === 'error' && said.push(message.text())));
  page.on('pageerror', (error) => void said.push(error.message));
  await page.context().route('**', (route) => {
    asked.push(route.request().url());
    return route.continue();
  });
  const response = await page.goto(`${address}/api/docs`);
  const policy = response?.headers()['content-security-policy'] ?? '';
  assert.match(policy, /default-src 'none'.*script-src 'self';.*sandbox allow-scripts/);
  assert.doesNotMatch(policy.replace(/style-src[^;]*/, ''), /unsafe|https?:/);
  // playwright looks into open shadow roots
  await page.getByText('Countersign API').filter({visible: true}).first().waitFor();
  for (const summary of ['List inquiries, newest first', 'Get an access token'])
    await page.getByText(summary).first().waitFor({state: 'attached'});
  assert.deepEqual(said, []);
  assert.deepEqual(
    asked.filter((url) => !url.startsWith(`${address}/`) && !url.startsWith('data:')),
    [],
  );
  assert.equal(await page.evaluate(() => globalThis.origin), 'null', 'an origin of its own');
  await page.close();
});

test('a file with a hash in its name is kept for ever, another is asked for again, and a page is not kept', async () => {
  const kept = async (file: string) => (await fetch(`${address}${file}`)).headers.get('cache-control');
  assert.equal(await kept('/assets/dashboard-a1b2c3d4.js'), 'public, max-age=31536000, immutable');
  assert.equal(await kept('/assets/operator.css'), 'no-cache');
  assert.equal(await kept('/sign-in'), 'no-store');
  const missing = await fetch(`${address}/assets/none-a1b2c3d4.js`, {redirect: 'manual'});
  assert.equal(missing.headers.get('cache-control'), 'no-store');
});
