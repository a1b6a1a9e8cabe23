import {test} from 'node:test';
import assert from 'node:assert/strict';
import {createHmac} from 'node:crypto';
import fc from 'fast-check';
import {verifyWebhook, WebhookVerificationError, type WebhookFailure} from '../../src/embed/webhooks.ts';

const secret = 'wbhsec_0b5f';
const now = 1_800_000_000_000;
const event = {type: 'event', id: 'evt_1', attributes: {name: 'inquiry.approved', payload: {data: {id: 'inq_1'}}}};
const body = JSON.stringify({data: event});

const sign = (
  text: string | Uint8Array,
  {key = secret, time = now / 1000}: {key?: string; time?: number} = {},
): string => `t=${time},v1=${createHmac('sha256', key).update(`${time}.`).update(text).digest('hex')}`;

const refused = (code: WebhookFailure) => (error: unknown) => {
  assert.ok(error instanceof WebhookVerificationError);
  assert.equal(error.code, code);
  assert.ok(!error.message.includes(secret));
  return true;
};

test('gives the event of a body that was signed lately with the secret', async () => {
  assert.deepEqual(await verifyWebhook(body, sign(body), secret, {now}), event);
  const bytes = new TextEncoder().encode(body);
  assert.deepEqual(await verifyWebhook(bytes, sign(body), secret, {now}), event);
  assert.deepEqual(await verifyWebhook(Buffer.from(body), sign(body), secret, {now}), event);
  assert.deepEqual(await verifyWebhook(bytes.buffer, sign(body), secret, {now}), event);
});

test('signs text as UTF-8', async () => {
  const text = JSON.stringify({data: {...event, name: 'Žofie Κώστας محمد 😀'}});
  assert.equal((await verifyWebhook(text, sign(text), secret, {now})).id, 'evt_1');
});

test('accepts either signature set and either secret while a secret rotates', async () => {
  const both = `${sign(body, {key: 'old'})} ${sign(body, {key: 'new'})}`;
  for (const known of ['old', 'new', ['unrelated', 'new']]) {
    assert.deepEqual(await verifyWebhook(body, both, known, {now}), event);
  }
  assert.deepEqual(await verifyWebhook(body, both.split(' '), 'new', {now}), event);
});

test('passes over signatures of versions it does not know', async () => {
  const header = sign(body).replace(',v1', ',v0=00,v2=abcdef,v1');
  assert.deepEqual(await verifyWebhook(body, header, secret, {now}), event);
});

test('refuses another body, secret or time', async () => {
  await assert.rejects(verifyWebhook(`${body} `, sign(body), secret, {now}), refused('no_match'));
  await assert.rejects(verifyWebhook(body, sign(body), 'other', {now}), refused('no_match'));
  const moved = sign(body).replace(`t=${now / 1000}`, `t=${now / 1000 - 1}`);
  await assert.rejects(verifyWebhook(body, moved, secret, {now}), refused('no_match'));
});

test('refuses a signature that is too old or too far ahead', async () => {
  for (const seconds of [-301, 301]) {
    const header = sign(body, {time: now / 1000 + seconds});
    await assert.rejects(verifyWebhook(body, header, secret, {now}), refused('outside_tolerance'));
  }
  const old = sign(body, {time: now / 1000 - 600});
  assert.deepEqual(await verifyWebhook(body, old, secret, {now, toleranceSeconds: 600}), event);
});

test('an old set does not borrow the youth of another', async () => {
  const header = `${sign(body, {time: now / 1000 - 9999})} ${sign(body, {key: 'other'})}`;
  await assert.rejects(verifyWebhook(body, header, secret, {now}), refused('no_match'));
});

test('names what is missing or malformed', async () => {
  await assert.rejects(verifyWebhook(body, undefined, secret, {now}), refused('missing_header'));
  await assert.rejects(verifyWebhook(body, null, secret, {now}), refused('missing_header'));
  await assert.rejects(verifyWebhook(body, '  ', secret, {now}), refused('missing_header'));
  for (const header of ['t=1', 'v1=00', 't=x,v1=00', `t=-1,v1=${'0'.repeat(64)}`, `t=1;v1=${'0'.repeat(64)}`]) {
    await assert.rejects(verifyWebhook(body, header, secret, {now}), refused('malformed_header'));
  }
  await assert.rejects(verifyWebhook(body, sign(body), '', {now}), refused('missing_secret'));
  await assert.rejects(verifyWebhook(body, sign(body), [], {now}), refused('missing_secret'));
});

test('says so when it is given what a JSON parser made', async () => {
  await assert.rejects(verifyWebhook(JSON.parse(body) as string, sign(body), secret, {now}), refused('parsed_body'));
});

test('refuses a signed body that is no event', async () => {
  for (const text of ['', '[]', 'null', '{"data":{"type":"inquiry","id":"x"}}', '{"data":{"type":"event"}}', '{']) {
    await assert.rejects(verifyWebhook(text, sign(text), secret, {now}), refused('invalid_body'));
  }
});

test('no header makes it throw anything but its own error', async () => {
  const part = fc.oneof(fc.string(), fc.constantFrom('t=1800000000', 'v1=', `v1=${'a'.repeat(64)}`, ',', ' ', '='));
  await fc.assert(
    fc.asyncProperty(
      fc.array(part).map((parts) => parts.join('')),
      async (header) => {
        await assert.rejects(verifyWebhook(body, header, secret, {now}), WebhookVerificationError);
      },
    ),
    {numRuns: 500},
  );
});
