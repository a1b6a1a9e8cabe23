/** A customer's site on an origin of its own, whose page is a snippet, served under the policies that the docs name. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {build, transform} from 'esbuild';
import type {Browser} from 'playwright';
import {root} from './markdown.ts';

export interface HostPage {
  html: string;
  /** Served as /app.js, a module. */
  script?: string;
  /** The script makes the button that begins. */
  makesButton?: boolean;
  headers: Record<string, string>;
  /** What the page's backend answers to POST /verification. */
  backend: () => Promise<unknown>;
}

/** Opens a page whose frame is not our element's, and waits until a screen of the flow is shown in it. */
export async function reachShown(browser: Browser, host: HostPage): Promise<void> {
  const server = await serve(host);
  const page = await browser.newPage();
  try {
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    const flow = page.frameLocator('iframe').first();
    await flow.getByRole('heading', {level: 1}).waitFor({state: 'visible', timeout: 20_000});
  } finally {
    await page.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** A bundler's whole work: what the snippet imports, ours from the build, the rest from npm. */
export async function bundledWhole(script: string): Promise<string> {
  const {outputFiles} = await build({
    stdin: {contents: script, resolveDir: root, loader: 'jsx'},
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    alias: {countersign: path.join(root, 'dist/countersign')},
    define: {'process.env.NODE_ENV': '"production"'},
  });
  return outputFiles[0]?.text ?? '';
}

/** What an app imports of ours is there, and the rest is TypeScript. */
export async function checkApp(snippet: string): Promise<void> {
  await transform(snippet, {loader: 'tsx'});
  const [, names = '', entry = ''] = /import \{([^}]+)\} from 'countersign\/([\w-]+)'/.exec(snippet) ?? [];
  const exported = fs.readFileSync(path.join(root, `dist/countersign/types/embed/${entry}.d.ts`), 'utf8');
  for (const name of names.split(',').map((one) => one.trim())) {
    assert.match(exported, new RegExp(`export (declare )?(class|function|interface|type|const) ${name}\\b`), name);
  }
}

/** Opens the page as a person does (pressing what there is to press) and waits until the flow in it is ready and in sight. */
export async function reachReady(browser: Browser, host: HostPage): Promise<void> {
  const server = await serve(host);
  const page = await browser.newPage();
  try {
    const heard: string[] = [];
    const trouble: string[] = [];
    let isReady = (): void => {};
    const ready = new Promise<void>((resolve) => (isReady = resolve));
    await page.exposeFunction('tell', (what: string) => {
      heard.push(what);
      if (/violation|inquiry-error/.test(what)) trouble.push(what);
      if (what === 'inquiry-ready') isReady();
    });
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('response', (answer) => {
      if (answer.status() >= 400) trouble.push(`${answer.status()} for ${new URL(answer.url()).pathname}`);
    });
    await page.addInitScript(() => {
      const host = window as unknown as {tell(what: string): void};
      for (const name of ['load', 'ready', 'cancel', 'error']) {
        addEventListener(`inquiry-${name}`, (event) => {
          host.tell(
            name === 'error' ? `inquiry-error ${(event as CustomEvent<{code: string}>).detail.code}` : event.type,
          );
        });
      }
      addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
        host.tell(`violation of ${violatedDirective}: ${blockedURI}`),
      );
    });
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    // of the snippet's own; the modal has a close button while it loads
    if (host.makesButton || /<button|data-countersign/.test(host.html))
      await page.locator('a[data-countersign], button').first().click();
    await within(20_000, ready, () => `not ready; heard ${heard.join(', ') || 'nothing'}; ${trouble.join(', ')}`);
    await page.locator('countersign-inquiry iframe').waitFor({state: 'visible', timeout: 5000});
    assert.deepEqual(trouble, []);
  } finally {
    await page.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

async function within(ms: number, wanted: Promise<void>, says: () => string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(says())), ms);
  });
  await Promise.race([wanted, late]).finally(() => clearTimeout(timer));
}

async function serve({html, script, headers, backend}: HostPage): Promise<http.Server> {
  const server = http.createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://host.example');
    const send = (type: string, body: string): void =>
      void response.writeHead(200, {...headers, 'content-type': `${type}; charset=utf-8`}).end(body);
    if (pathname === '/') send('text/html', `<!doctype html><html lang="en"><title>Host</title><body>\n${html}\n`);
    else if (pathname === '/app.js') send('text/javascript', script ?? '');
    else if (pathname === '/verification' && request.method === 'POST')
      void backend().then((answer) => send('application/json', JSON.stringify(answer)));
    else if (/^\/sdk\/[\w.-]+\.js$/.test(pathname)) send('text/javascript', sdk(pathname.slice(5)));
    else response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return server;
}

function sdk(name: string): string {
  return fs.readFileSync(path.join(root, 'dist/countersign', name), 'utf8');
}

/** A bundler's work: names of the package become addresses. */
export function bundled(script: string): string {
  return script.replaceAll("'countersign/define'", "'/sdk/define.js'").replaceAll("'countersign'", "'/sdk/index.js'");
}
