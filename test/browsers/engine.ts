/**
 * A browser of any engine, as far as the journeys here need one: it opens a page and answers expressions. Each has a fake camera that
 * shows its own test pattern. Which are present is looked for; what is not installed is not tested.
 */
import {spawn, type ChildProcess} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import {chromium as playwrightChromium} from 'playwright';
import {WebSocket} from 'undici';
import {fakeCamera, findBrowser} from '../browser.mjs';

export interface Engine {
  open(url: string): Promise<void>;
  /** The value of a JavaScript expression in the page, as JSON would carry it. */
  evaluate<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}

const firefox = '/usr/bin/firefox-esr';
const webKitDriver = '/usr/bin/WebKitWebDriver';
const miniBrowser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const xvfb = '/usr/bin/Xvfb';

/** By name, those that this machine can run. */
export function presentEngines(): Record<string, () => Promise<Engine>> {
  const present: Record<string, () => Promise<Engine>> = {Chromium: openChromium};
  if (fs.existsSync(firefox)) present['Firefox'] = openFirefox;
  if ([webKitDriver, miniBrowser, xvfb].every((file) => fs.existsSync(file))) present['WebKitGTK'] = openWebKit;
  return present;
}

async function openChromium(): Promise<Engine> {
  const {executablePath, args} = await findBrowser();
  const browser = await playwrightChromium.launch({executablePath, args: [...args, ...fakeCamera()]});
  const page = await browser.newPage();
  return {
    open: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}

/** WebDriver BiDi, which Firefox speaks by itself: https://w3c.github.io/webdriver-bidi/ */
async function openFirefox(): Promise<Engine> {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-firefox-'));
  const preferences = {
    'media.navigator.streams.fake': true,
    'media.navigator.permission.disabled': true,
    'datareporting.policy.dataSubmissionEnabled': false,
    'intl.accept_languages': 'en-US, en',
  };
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
  fs.writeFileSync(path.join(profile, 'user.js'), lines.join(''));
  const child = spawn(firefox, ['--headless', '--remote-debugging-port=0', '--profile', profile, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {...process.env, HOME: profile},
  });
  const address = await said(child, /WebDriver BiDi listening on (ws:\S+)/);
  const remote = await connect(`${address}/session`);
  await remote.send('session.new', {capabilities: {}});
  const {contexts} = await remote.send<{contexts: {context: string}[]}>('browsingContext.getTree', {});
  const context = contexts[0]?.context ?? '';
  return {
    open: async (url) => void (await remote.send('browsingContext.navigate', {context, url, wait: 'complete'})),
    async evaluate<T>(expression: string): Promise<T> {
      // as text, because BiDi's own values are a tree of types
      const answer = await remote.send<{result: {value?: string}; exceptionDetails?: {text: string}}>(
        'script.evaluate',
        {
          expression: `JSON.stringify(${expression})`,
          target: {context},
          awaitPromise: true,
        },
      );
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
      return (answer.result.value === undefined ? undefined : JSON.parse(answer.result.value)) as T;
    },
    async close() {
      remote.close();
      await ended(child);
      fs.rmSync(profile, {recursive: true, force: true, maxRetries: 5});
    },
  };
}

interface Remote {
  send<T>(method: string, params: unknown): Promise<T>;
  close(): void;
}

async function connect(address: string): Promise<Remote> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, {resolve: (value: never) => void; reject: (error: Error) => void}>();
  let last = 0;
  socket.addEventListener('message', ({data}) => {
    const answer = JSON.parse(String(data)) as {id?: number; result?: unknown; error?: string; message?: string};
    const asked = waiting.get(answer.id ?? 0);
    if (answer.error) asked?.reject(new Error(`${answer.error}: ${answer.message ?? ''}`));
    else asked?.resolve(answer.result as never);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error(`no answer at ${address}`)));
  });
  return {
    send: (method, params) =>
      new Promise((resolve, reject) => {
        waiting.set(++last, {resolve, reject});
        socket.send(JSON.stringify({id: last, method, params}));
      }),
    close: () => socket.close(),
  };
}

/** Classic WebDriver (W3C) to the GTK port's own browser, on a screen that exists in memory only. */
async function openWebKit(): Promise<Engine> {
  const screen = spawn(xvfb, ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const display = `:${await said(screen, /^(\d+)$/)}`;
  const port = 4444 + (process.pid % 20_000);
  const driver = spawn(webKitDriver, ['-p', String(port)], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      LANG: 'en_US.UTF-8',
      NO_AT_BRIDGE: '1',
      // no graphics card, and containers that run as root cannot nest another sandbox
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  });
  const call = async <T>(method: string, route: string, body?: unknown): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${port}${route}`, {
      method,
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
    const {value} = (await response.json()) as {value: T};
    if (!response.ok) throw new Error(`${method} ${route}: ${JSON.stringify(value)}`);
    return value;
  };
  await answers(() => call('GET', '/status'));
  const args = ['--automation', '--enable-media-stream=true', '--enable-mock-capture-devices=true'];
  const capabilities = {alwaysMatch: {'webkitgtk:browserOptions': {binary: miniBrowser, args}}};
  const {sessionId} = await call<{sessionId: string}>('POST', '/session', {capabilities});
  const session = `/session/${sessionId}`;
  return {
    open: (url) => call('POST', `${session}/url`, {url}),
    evaluate: (expression) => call('POST', `${session}/execute/sync`, {script: `return (${expression})`, args: []}),
    async close() {
      await call('DELETE', session).catch(() => {});
      await ended(driver);
      await ended(screen);
    },
  };
}

/** What a child says on either output, by a pattern with one group. */
async function said(child: ChildProcess, pattern: RegExp): Promise<string> {
  const input = child.stdout ?? child.stderr;
  if (!input) throw new Error('the child has no output');
  return new Promise((resolve, reject) => {
    readline.createInterface({input}).on('line', (line) => {
      const found = pattern.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`left with ${code} before it was ready`)));
  });
}

async function answers(question: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await question();
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const left = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await left;
}
