/**
 * The reference SDK from npm, unmodified, against our server: an integration that exists moves by changing its host.
 * What it hears is compared with what its own documentation promises.
 */
import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import {build} from 'esbuild';
import type {FrameLocator, Page} from 'playwright';
import {desktop, startPerson, type Person} from './camera.ts';
import {startHost, type Host} from './host.ts';
import {documentTemplate, startPlatform, type Platform} from './platform.ts';
import {agree, startCamera, press, reach, uploadPicture} from './walk.ts';

/** The address that the SDK means by `host: 'development'`. */
const development = 'localhost:3000';

let platform: Platform;
let person: Person;
let host: Host;
let outer: Host;
let templateId: string;
let versionId: string;

/** What the SDK called, in its order. */
interface Heard {
  by: string;
  call: 'onLoad' | 'onReady' | 'onComplete' | 'onCancel' | 'onError' | 'onEvent';
  args: unknown[];
}

before(async () => {
  platform = await startPlatform();
  const {host: server} = new URL(platform.publicUrl);
  person = await startPerson('missing', [`--host-resolver-rules=MAP ${development} ${server}`]);
  templateId = await documentTemplate(platform);
  const {data: template} = await platform.get(`/inquiry-templates/${templateId}`);
  const version = template?.relationships['latest-published-version']?.data;
  versionId = version && 'id' in version ? version.id : '';
  const sdk = await bundleSdk();
  const page = (): {body: string} => ({
    body: `<div id="inline"></div><script src="/sdk.js"></script><script>${opener}</script>`,
  });
  host = await startHost({'/': page, '/sdk.js': () => ({body: sdk, type: 'text/javascript'})});
  outer = await startHost({
    '/': () => ({body: `<iframe src="${host.url}/" allow="camera *" title="Shop" width="800" height="700"></iframe>`}),
  });
});
after(async () => {
  await person?.close();
  await Promise.all([host?.stop(), outer?.stop()]);
  await platform?.stop();
});

/** As a customer's bundler makes it. */
async function bundleSdk(): Promise<string> {
  const {outputFiles} = await build({
    stdin: {contents: "export * from 'persona'", resolveDir: import.meta.dirname},
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'Persona',
    define: {'process.env.NODE_ENV': '"production"'},
  });
  return outputFiles[0]?.text ?? '';
}

/** `start('a', options)` makes a client that notes every call and opens itself when it is ready. */
const opener = `
  window.heard = [];
  window.clients = {};
  const listen = (by) => Object.fromEntries(
    ['onLoad', 'onReady', 'onComplete', 'onCancel', 'onError', 'onEvent'].map((call) => [call, (...args) => {
      heard.push({by, call, args: JSON.parse(JSON.stringify(args))});
      if (call === 'onReady') clients[by]?.open?.();
    }]),
  );
  function start(by, options) {
    clients[by] = new Persona.Client({...listen(by), ...options});
  }
  function inline(options) {
    const frame = document.createElement('iframe');
    document.querySelector('#inline').append(frame);
    Persona.setupIframe(frame, 'inline-1', 'inline', options);
    const none = {templateId: null, templateVersionId: null, host: null, eventsAllowlist: null};
    clients.inline = {stop: Persona.setupEvents('inline-1', {...none, ...listen('inline'), ...options})};
  }
`;

type Options = Record<string, unknown>;

async function visit(options: Options, by = 'a', page?: Page): Promise<Page> {
  const here = page ?? (await (await person.browser.newContext({...desktop, locale: 'en-GB'})).newPage());
  if (!page) await here.goto(host.url);
  await here.evaluate(
    `start(${JSON.stringify(by)}, ${JSON.stringify({customHost: new URL(platform.publicUrl).host, language: 'en', ...options})})`,
  );
  return here;
}

const flowOf = (page: Page, at = 0): FrameLocator => page.frameLocator('.persona-widget__iframe').nth(at);

async function heard(page: Page, by = 'a'): Promise<Heard[]> {
  return ((await page.evaluate('heard')) as Heard[]).filter((one) => one.by === by);
}
const names = (all: Heard[]): string[] =>
  all.map(({call, args}) => (call === 'onEvent' ? String(args[0]) : call)).filter((name) => name !== 'page-change');

async function until(page: Page, call: Heard['call'] | string, by = 'a'): Promise<Heard> {
  const found = `heard.find(({by, call, args}) => by === '${by}' && (call === '${call}' || (call === 'onEvent' && args[0] === '${call}')))`;
  await page.waitForFunction(found, undefined, {timeout: 30_000});
  return (await page.evaluate(found)) as Heard;
}

async function createInquiry(attributes: Options = {}, meta: Options = {}): Promise<{id: string; token: string}> {
  const {data, meta: made} = await platform.post('/inquiries', {
    data: {attributes: {'inquiry-template-id': templateId, ...attributes}},
    meta,
  });
  return {id: data.id, token: made?.['session-token'] ?? ''};
}

test('a template, from opening to the end: every call in its order, with what the SDK passes on', async () => {
  const page = await visit({
    templateId,
    referenceId: 'user-compatible',
    fields: {nameFirst: 'Ada'},
    styleVariant: 'dark',
    iframeTitle: 'Prove it is you',
  });
  await until(page, 'onReady');
  const flow = flowOf(page);
  assert.equal(await page.locator('.persona-widget__iframe').getAttribute('title'), 'Prove it is you');
  await reach(flow, 'Before we start');
  assert.equal(await flow.locator('html').evaluate((root) => root.style.colorScheme), 'dark');
  await agree(flow);
  await startCamera(flow);
  await uploadPicture(flow, page, 'passport-photo.jpg');
  await reach(flow, 'All done, thank you');
  const complete = await until(page, 'onComplete');

  const all = await heard(page);
  assert.deepEqual(
    names(all).filter((name) => name !== 'step-transitioning'),
    [
      'load',
      'onLoad',
      'ready',
      'onReady',
      'start',
      'inquiry-load',
      'load-camera-failed',
      'document-upload',
      'success',
      'complete',
      'onComplete',
    ],
  );
  const [result] = complete.args as {
    inquiryId: string;
    status: string;
    fields: Record<string, {type: string; value: unknown}>;
  }[];
  assert.deepEqual(result?.fields['name-first'], {type: 'string', value: 'LINNEA MARIA'});
  assert.equal(result?.status, 'approved');
  const {data} = await platform.get(`/inquiries/${result?.inquiryId}?include=account`);
  assert.equal(data.attributes.status, 'approved');
  assert.equal(data.attributes['reference-id'], 'user-compatible');
  const pages = all
    .filter(({args}) => args[0] === 'page-change')
    .map(({args}) => args[1] as {name: string; pageHeight: number});
  assert.ok(pages.some(({name}) => name === 'document'));
  assert.ok(
    pages.every(({pageHeight}) => pageHeight > 100),
    JSON.stringify(pages),
  );
  const shown = await page.evaluate(
    `[clients.a.isOpen, document.querySelector('.persona-widget__overlay').style.display]`,
  );
  assert.deepEqual(shown, [false, 'none']);
  await page.context().close();
});

test('the address keeps no token and no field, and no other origin hears a word', async () => {
  const {id, token} = await createInquiry({}, {'auto-create-inquiry-session': true});
  const page = await visit({inquiryId: id, sessionToken: token});
  await until(page, 'onReady');
  const frame = page.frames().find((one) => one.url().includes('/widget'));
  assert.ok(frame);
  assert.doesNotMatch(frame.url(), new RegExp(`session-token|${token}`));
  assert.equal(await frame.evaluate('document.referrer.includes("session-token")'), false);
  assert.doesNotMatch(await frame.evaluate<string>('document.documentElement.outerHTML'), new RegExp(token));
  await page.context().close();
});

test('asked to leave, the person is asked; told to leave, the token that resumes comes at once', async () => {
  const page = await visit({templateId});
  const flow = flowOf(page);
  await agree(flow);
  await reach(flow, /Have your document ready/);
  await page.evaluate('clients.a.cancel(false)');
  await press(flow, 'Stay here');
  assert.deepEqual(
    (await heard(page)).filter(({call}) => call === 'onCancel'),
    [],
  );
  await page.evaluate('clients.a.cancel(true)');
  const {args} = await until(page, 'onCancel');
  const [left] = args as {inquiryId: string; sessionToken: string}[];
  const {args: started} = await until(page, 'start');
  assert.equal(left?.inquiryId, (started[1] as {inquiryId: string}).inquiryId);

  await page.evaluate('clients.a.open()');
  await reach(flow, /Have your document ready/);

  await page.evaluate('clients.a.destroy()');
  await visit({inquiryId: left?.inquiryId, sessionToken: left?.sessionToken}, 'b', page);
  await until(page, 'onReady', 'b');
  await reach(flowOf(page), /Have your document ready/);
  assert.deepEqual(names(await heard(page, 'b')).slice(0, 4), ['load', 'onLoad', 'start', 'inquiry-load']);
  await page.context().close();
});

test('an inquiry that nobody began opens by its id alone; one that began needs the token', async () => {
  const {id, token} = await createInquiry({'account-id': undefined, 'reference-id': 'user-known'});
  assert.equal(token, '');
  const page = await visit({inquiryId: id});
  await agree(flowOf(page));
  await startCamera(flowOf(page));
  await uploadPicture(flowOf(page), page, 'passport-photo.jpg');
  await until(page, 'success');
  await page.evaluate('clients.a.destroy()');

  await visit({inquiryId: id}, 'b', page);
  const {args} = await until(page, 'onError', 'b');
  assert.deepEqual(
    args.map((error) => [(error as Options)['code'], (error as Options)['status']]),
    [['unauthenticated', 409]],
  );
  assert.equal(
    (await heard(page, 'b')).some(({call}) => call === 'onReady'),
    false,
    'no modal opens on it',
  );
  await page.context().close();
});

test('a template version, no person cancelling before the start, and no inquiry then', async () => {
  assert.match(versionId, /^itmplv_/);
  const page = await visit({templateVersionId: versionId});
  await until(page, 'onReady');
  await reach(flowOf(page), 'Before we start');
  await page.evaluate('clients.a.cancel(false)');
  const {args} = await until(page, 'onCancel');
  assert.deepEqual(args, [{}]);
  await page.context().close();
});

test('trouble comes with the codes and statuses that the SDK knows', async () => {
  const {data} = await platform.get('/inquiry-templates');
  assert.ok(data.length > 0);
  const cases: [string, Options, string, number][] = [
    ['unknown', {templateId: 'itmpl_doesnotexist'}, 'invalid_config', 400],
    ['account', {templateId, accountId: 'act_1'}, 'invalid_config', 400],
    ['field', {templateId, fields: {'shoe-size': '42'}}, 'invalid_config', 400],
    ['target', {templateId, messageTargetOrigin: 'https://elsewhere.example'}, 'invalid_config', 400],
    ['ancestor', {templateId, frameAncestors: ['https://elsewhere.example']}, 'invalid_config', 400],
  ];
  const page = await (await person.browser.newContext(desktop)).newPage();
  await page.goto(host.url);
  for (const [by, options, code, status] of cases) {
    await visit(options, by, page);
    // what only the start brings to light
    if (by === 'account' || by === 'field') {
      await until(page, 'onReady', by);
      await press(flowOf(page), 'Agree and continue');
    }
    const {args} = await until(page, 'onError', by);
    const [error] = args as {code: string; status: number; message: string}[];
    assert.deepEqual([error?.code, error?.status], [code, status], `${by}: ${error?.message}`);
    assert.equal((await heard(page, by))[0]?.args[0], 'load');
    await page.evaluate(`clients.${by}.destroy()`);
  }
  await page.context().close();
});

test('two clients at once do not mix, and each destroys only itself', async () => {
  const page = await visit({templateId, referenceId: 'first'});
  await visit({templateId, referenceId: 'second'}, 'b', page);
  await until(page, 'onReady');
  await until(page, 'onReady', 'b');
  // the second lies above the first
  await agree(flowOf(page, 1));
  const second = await until(page, 'start', 'b');
  await page.evaluate('clients.b.destroy()');
  await agree(flowOf(page));
  const first = await until(page, 'start');
  assert.notDeepEqual(first.args, second.args);
  assert.equal((await heard(page)).filter(({args}) => args[0] === 'start').length, 1);
  await page.context().close();
});

test('inline, with an iframe of the page’s own: room around it, and a height to follow', async () => {
  const page = await (await person.browser.newContext(desktop)).newPage();
  await page.goto(host.url);
  const options = {
    host: new URL(platform.publicUrl).host,
    templateId,
    language: 'en',
    widgetPadding: {top: 40, left: 7},
    eventsAllowlist: 'all',
  };
  await page.evaluate(`inline(${JSON.stringify(options)})`);
  await until(page, 'onReady', 'inline');
  const flow = flowOf(page);
  await reach(flow, 'Before we start');
  assert.equal(await flow.locator('main').evaluate((main) => getComputedStyle(main).padding), '40px 0px 0px 7px');
  await agree(flow);
  const {args} = await until(page, 'page-change', 'inline');
  assert.ok(Number((args[1] as {pageHeight: number}).pageHeight) > 100);
  const {args: click} = await until(page, 'click', 'inline');
  assert.deepEqual(click[1], {element: 'button'});
  await page.evaluate('clients.inline.stop()');
  await page.context().close();
});

test('in a page that is a frame itself: with its ancestors named it works, without them nobody may show it', async () => {
  const page = await (await person.browser.newContext(desktop)).newPage();
  const open = async (options: Options): Promise<void> => {
    await page.goto(outer.url);
    const shop = page.frames().find((frame) => frame.url().startsWith(host.url));
    await shop?.waitForFunction('window.start');
    const given = {customHost: new URL(platform.publicUrl).host, templateId, language: 'en', ...options};
    await shop?.evaluate(`start('a', ${JSON.stringify(given)})`);
  };
  await open({frameAncestors: [host.url, outer.url], messageTargetOrigin: host.url});
  const flow = page.frameLocator('iframe').frameLocator('.persona-widget__iframe');
  await reach(flow, 'Before we start');
  await agree(flow);
  await reach(flow, /Have your document ready/);

  const refused = page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()));
  await open({});
  await refused;
  await page.context().close();
});

test('host: development is this machine’s port 3000', async () => {
  const page = await visit({customHost: undefined, host: 'development', templateId});
  await until(page, 'onReady');
  await reach(flowOf(page), 'Before we start');
  await page.context().close();
});

test('preload warms the cache, makes no inquiry and goes away by itself', async () => {
  const page = await (await person.browser.newContext(desktop)).newPage();
  await page.goto(host.url);
  const preloaded = page.waitForResponse((response) => response.url().endsWith('/preload'));
  await page.evaluate(`Persona.Client.preload('${new URL(platform.publicUrl).host}')`);
  assert.equal((await preloaded).status(), 200);
  assert.equal(await page.locator('iframe').count(), 0);
  await page.context().close();
});

test('an app’s web view hears the hosted page as the SDK hears the frame, and the person can close it', async () => {
  const context = await person.browser.newContext({viewport: {width: 390, height: 844}, locale: 'en-GB'});
  await context.addInitScript(
    'window.said = []; window.ReactNativeWebView = {postMessage: (json) => said.push(JSON.parse(json))};',
  );
  const page = await context.newPage();
  await page.goto(`${platform.publicUrl}/verify?is-webview=true&inquiry-template-id=${templateId}&language=en`);
  await agree(page);
  await startCamera(page);
  await uploadPicture(page, page, 'passport-photo.jpg');
  await reach(page, 'All done, thank you');
  // the head has one too
  await page.getByRole('button', {name: 'Close'}).last().click();
  await page.waitForFunction(`said.some(({name}) => name === 'complete')`);
  const said = (await page.evaluate('said')) as {name: string; metadata?: {status?: string}}[];
  const told = said.map(({name}) => name);
  for (const name of ['load', 'ready', 'start', 'success', 'complete']) assert.ok(told.includes(name), told.join());
  assert.equal(said.find(({name}) => name === 'complete')?.metadata?.status, 'approved');
  await context.close();
});
