import assert from 'node:assert/strict';
import {createHmac} from 'node:crypto';
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, test} from 'node:test';
import {openSenders} from '../../src/commands/open-senders.ts';
import type {SmsSender} from '../../src/outbound/sms-hook.ts';
import type {Settings} from '../../src/protocol/settings.ts';

const secret = 'a secret of the hook and us';
const message = {to: '+4915112345678', text: '123456 ist Ihr Code'};

let server: http.Server;
let hook: SmsSender;
let status = 204;
let taken: {headers: http.IncomingHttpHeaders; body: string} | undefined;
before(async () => {
  server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      taken = {headers: request.headers, body};
      response.writeHead(status, {Location: '/'}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`;
  const settings = {COUNTERSIGN_SMS_HOOK_URL: url, COUNTERSIGN_SMS_HOOK_SECRET: secret} as Settings;
  hook = openSenders(settings).sms ?? assert.fail();
});
after(() => server.close());

test('the hook gets number and text, with a signature over exactly these bytes', async () => {
  await hook.send(message, 'mail_1');
  assert.ok(taken);
  assert.deepEqual(JSON.parse(taken.body), {id: 'mail_1', ...message});
  const [, at = '', signature] =
    /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(taken.headers['countersign-signature'])) ?? [];
  assert.ok(Math.abs(Number(at) - Date.now() / 1000) < 60);
  assert.equal(signature, createHmac('sha256', secret).update(`${at}.${taken.body}`).digest('hex'));
  assert.equal(taken.headers['countersign-message-id'], 'mail_1');
});

test('what is not 2xx was not taken, a redirect included, and the error names no number', async () => {
  for (status of [302, 400, 500]) {
    await assert.rejects(hook.send(message, 'mail_2'), (error: Error) => {
      assert.doesNotMatch(error.message, /4915|123456/);
      return true;
    });
  }
});
