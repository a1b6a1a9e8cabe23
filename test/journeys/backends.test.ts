/** The example backends against the whole product: a person is sent to a verification, and the signed webhook comes back. */
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {createInterface} from 'node:readline';
import type {Interface} from 'node:readline';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {documentTemplate, startPlatform} from './platform.ts';
import type {Platform} from './platform.ts';

const root = path.resolve(import.meta.dirname, '../..');
let platform: Platform;
let templateId: string;
let examples: string;

before(async () => {
  platform = await startPlatform({COUNTERSIGN_ALLOW_LOOPBACK_WEBHOOKS: 'true'});
  templateId = await documentTemplate(platform);
  // beside the built packages, where the examples find them as they would in a project of their own
  examples = path.join(root, 'dist/countersign-server/demo/backends');
});
after(() => platform?.stop());

for (const name of ['express', 'hono']) {
  test(`${name}: sends a person to their verification and hears how it ended`, async () => {
    const port = await freePort();
    const secret = await subscribe(`http://127.0.0.1:${port}/webhooks`);
    const backend = await startBackend(path.join(examples, `${name}.mjs`), {port, secret});
    try {
      await sendAndExpire(`http://127.0.0.1:${port}/verify/${name}-42`);
      assert.equal(await backend.nextLine(), `inquiry.expired ${name}-42`);
      const forged = await fetch(`http://127.0.0.1:${port}/webhooks`, {method: 'POST', body: '{"data": {}}'});
      assert.equal(forged.status, 400);
      assert.match(await forged.text(), /Countersign-Signature is missing/);
    } finally {
      backend.stop();
    }
  });
}

test('next: the route handlers send a person on and hear how it ended', async () => {
  const port = await freePort();
  const secret = await subscribe(`http://127.0.0.1:${port}/webhooks`);
  const backend = await startBackend(nextHost, {port, secret});
  try {
    await sendAndExpire(`http://127.0.0.1:${port}/verify/next-42`);
    assert.equal(await backend.nextLine(), 'inquiry.expired next-42');
  } finally {
    backend.stop();
  }
});

/** Calls the route files as Next.js does: standard requests in, standard responses out. */
const nextHost = path.join(import.meta.dirname, 'next-host.mjs');

async function subscribe(url: string): Promise<string> {
  const {data} = await platform.post('/webhooks', {data: {attributes: {url, 'enabled-events': ['inquiry.expired']}}});
  await platform.post(`/webhooks/${data.id}/enable`, {});
  return String(data.attributes['secret']);
}

async function sendAndExpire(address: string): Promise<void> {
  const sent = await fetch(address, {redirect: 'manual'});
  assert.equal(sent.status, 303);
  const link = new URL(sent.headers.get('location') ?? '');
  assert.equal(link.origin, platform.publicUrl);
  assert.equal((await fetch(link)).status, 200);
  const [inquiry] = (await platform.get('/inquiries?page[size]=1')).data;
  await platform.post(`/inquiries/${inquiry?.id}/expire`, {});
}

interface Backend {
  nextLine(): Promise<string>;
  stop(): void;
}

async function startBackend(file: string, {port, secret}: {port: number; secret: string}): Promise<Backend> {
  const child: ChildProcess = spawn(process.execPath, [file, pathToFileURL(examples).href], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      COUNTERSIGN_URL: platform.publicUrl,
      COUNTERSIGN_API_KEY: platform.apiKey,
      TEMPLATE_ID: templateId,
      WEBHOOK_SECRET: secret,
      PORT: String(port),
    },
  });
  assert.ok(child.stdout);
  const lines: Interface = createInterface({input: child.stdout});
  const said = lines[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => {
    const {value, done} = await said.next();
    assert.ok(!done, 'the backend left');
    return String(value);
  };
  assert.equal(await nextLine(), `http://127.0.0.1:${port}`);
  return {nextLine, stop: () => void child.kill()};
}

async function freePort(): Promise<number> {
  const probe = http.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const {port} = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
