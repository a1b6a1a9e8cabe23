/** Host pages as careful as they can be, host pages nobody allowed, and frames that pretend to be someone else. */
import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import type {BrowserContext, Page} from 'playwright';
import {desktop, startPerson, type Person} from './camera.ts';
import {startHost, type Host} from './host.ts';
import {documentTemplate, startPlatform, type Platform} from './platform.ts';
import {agree, startCamera, press, reach, uploadPicture} from './walk.ts';

let platform: Platform;
let person: Person;
let host: Host;
let forger: Host;
let templateId: string;
let versioned: {file: string; integrity: string};

/** Leads to this machine, and is no name that the sandbox lets in. */
const strangeName = 'stranger.example';

/** Everything the page hears of the inquiry, and every message that reaches its window. */
const listener = `
  window.heard = [];
  for (const name of ['ready', 'start', 'complete', 'cancel', 'error']) {
    document.addEventListener('inquiry-' + name, ({detail}) => heard.push({name, ...detail}));
  }
  window.received = [];
  addEventListener('message', ({data}) => received.push(data));
`;

before(async () => {
  [platform, person] = await Promise.all([
    startPlatform(),
    startPerson('missing', [`--host-resolver-rules=MAP ${strangeName} 127.0.0.1`]),
  ]);
  templateId = await documentTemplate(platform);
  const sri = (await (await fetch(`${platform.publicUrl}/embed/sri.json`)).json()) as Record<string, string>;
  const [file = '', integrity = ''] = Object.entries(sri)[0] ?? [];
  versioned = {file, integrity};
  forger = await startHost({'/': forgery});
  host = await startHost({
    '/by-hash': () => strict(`'${versioned.integrity}'`, versionedScript()),
    '/by-origin': () => strict(platform.publicUrl, versionedScript()),
    '/stranger': () => ({body: `<script>${listener}</script>${currentScript()}${element()}`}),
    '/forged': () => ({body: `<script>${listener}</script>${currentScript()}${element()}${forgerFrame()}`}),
  });
});
after(async () => {
  await person?.close();
  await Promise.all([host?.stop(), forger?.stop()]);
  await platform?.stop();
});

for (const path of ['/by-hash', '/by-origin']) {
  test(`a host under the strictest policy ${path}: the whole way without a violation`, async () => {
    const context = await watched();
    const page = await context.newPage();
    await page.goto(host.url + path);
    const flow = page.frameLocator('iframe');
    await agree(flow);
    await startCamera(flow);
    await reach(flow, 'We found no camera');
    await uploadPicture(flow, page, 'passport-photo.jpg');
    await reach(flow, 'All done, thank you');
    assert.deepEqual(await violations(page), []);
    const heard = await page.evaluate('heard.map(({name}) => name)');
    assert.deepEqual(heard, ['ready', 'start', 'complete']);
    await context.close();
  });
}

test('the policy of that page is alive: what it forbids is reported', async () => {
  const context = await watched();
  const page = await context.newPage();
  await page.goto(`${host.url}/by-hash`);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', resolve, {once: true});
        document.head.append(Object.assign(document.createElement('style'), {textContent: 'body {color: red}'}));
      }),
  );
  assert.match(String((await violations(page))[0]), /style-src/);
  await context.close();
});

test('a changed loader does not run where its hash is named', async () => {
  const page = await (await person.browser.newContext(desktop)).newPage();
  await page.route(`**/embed/*.js`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({response, body: `${await response.text()};window.changed = true`});
  });
  const refused = page.waitForEvent('console', (message) => /integrity/.test(message.text()));
  await page.goto(`${host.url}/by-origin`);
  await refused;
  assert.equal(
    await page.evaluate('window.changed ?? customElements.get("countersign-inquiry") ?? "neither"'),
    'neither',
  );
  await page.context().close();
});

test('a host that is not on the list hears why, and the person sees a page that says so', async () => {
  const page = await (await person.browser.newContext(desktop)).newPage();
  const stranger = host.url.replace('localhost', strangeName);
  await page.goto(`${stranger}/stranger`);
  await page.waitForFunction('heard.length > 0', undefined, {timeout: 30_000});
  const [error] = (await page.evaluate('heard')) as {name: string; code: string; message: string}[];
  assert.deepEqual([error?.name, error?.code], ['error', 'invalid_config']);
  assert.ok(
    error?.message.startsWith(`${stranger} may not show this template. Add ${new URL(stranger).host}`),
    error?.message,
  );
  await reach(page.frameLocator('iframe'), 'This cannot be opened here');
  await page.context().close();
});

test('messages forged by another frame, another origin and the host’s own window change nothing', async () => {
  const page = await (await person.browser.newContext(desktop)).newPage();
  await page.goto(`${host.url}/forged`);
  const flow = page.frameLocator('countersign-inquiry iframe');
  await reach(flow, 'Before we start');
  const other = page.frames().find((frame) => frame.url().startsWith(forger.url));
  await other?.evaluate('forge()');
  await page.evaluate(`postMessage({countersign: 'hello', version: 1}, '*')`);
  await page.waitForFunction(
    `received.some(({last}) => last) && received.some(({countersign}) => countersign === 'hello')`,
  );

  // whatever was forged came before this press: the real conversation goes on
  await press(flow, 'Agree and continue');
  await reach(flow, /Have your document ready/);
  await page.waitForFunction(`heard.some(({name}) => name === 'start')`);
  const heard = await page.evaluate('heard.map(({name}) => name)');
  assert.deepEqual(heard, ['ready', 'start']);
  assert.deepEqual(await other?.evaluate('answers'), [], 'nobody handed a port to the forger');
  assert.equal(await flow.locator('html').getAttribute('lang'), 'en');
  await page.context().close();
});

function strict(script: string, tag: string): {body: string; headers: Record<string, string>} {
  const inline = `'sha256-${createHash('sha256').update(listener).digest('base64')}'`;
  const policy = [
    "default-src 'none'",
    `script-src ${script} ${inline}`,
    `frame-src ${platform.publicUrl}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  return {body: `<script>${listener}</script>${tag}${element()}`, headers: {'content-security-policy': policy}};
}

function versionedScript(): string {
  const url = new URL(versioned.file, `${platform.publicUrl}/embed/`).href;
  return `<script src="${url}" integrity="${versioned.integrity}" crossorigin defer></script>`;
}

const currentScript = (): string => `<script src="${platform.publicUrl}/embed.js" defer></script>`;
const element = (): string => `<countersign-inquiry template-id="${templateId}" language="en"></countersign-inquiry>`;
const forgerFrame = (): string => `<iframe src="${forger.url}/"></iframe>`;

/** Says hello as the flow would, and init as the host would, to everybody it can reach. */
function forgery(): {body: string} {
  return {
    body: `<script>
      window.answers = [];
      addEventListener('message', ({data}) => answers.push(data));
      function forge() {
        const {port1, port2} = new MessageChannel();
        port1.onmessage = ({data}) => answers.push(data);
        const init = {countersign: 'init', version: 1, mode: 'modal', language: 'ar', sessionToken: 'forged-token'};
        for (let at = 0; at < parent.frames.length; at++) {
          if (parent.frames[at] === window) continue;
          parent.frames[at].postMessage(init, '*', [port2]);
          parent.frames[at].postMessage({type: 'close', force: true}, '*');
        }
        parent.postMessage({countersign: 'hello', version: 1}, '*');
        parent.postMessage({type: 'complete', inquiryId: 'inq_1', status: 'approved', fields: {}}, '*');
        parent.postMessage({last: true}, '*');
      }
    </script>`,
  };
}

/** Violations are noted in every document of the context, before any of its own code runs. */
async function watched(): Promise<BrowserContext> {
  const context = await person.browser.newContext(desktop);
  await context.addInitScript(`
    window.violations = [];
    addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) => {
      violations.push(effectiveDirective + ' ' + blockedURI);
    });
  `);
  return context;
}

async function violations(page: Page): Promise<unknown[]> {
  return (await Promise.all(page.frames().map((frame) => frame.evaluate('violations')))).flat();
}
