/**
 * A stranger's first verified specimen, without a browser: waits for the running system, creates an inquiry with the API key in
 * COUNTERSIGN_SANDBOX_API_KEY, hands in the specimen passport through the flow's own API, and expects an approved inquiry
 * whose fields were read from the picture. Usage: `node test/first-run.mjs [public URL]` while `npm start` runs.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import {setTimeout as wait} from 'node:timers/promises';

const base = process.argv[2] ?? 'http://localhost:3000';
const key = process.env.COUNTERSIGN_SANDBOX_API_KEY;
const picture = fs.readFileSync(new URL('../demo/specimens/passport-photo.jpg', import.meta.url));

await until('the system to be ready', 300, async () => (await fetch(`${base}/readyz`)).ok);
const templates = (await api('GET', '/inquiry-templates')).data;
const template = templates.find(({attributes}) => attributes.name === 'Document only').id;
const created = await api('POST', '/inquiries', {
  data: {attributes: {'inquiry-template-id': template, 'reference-id': `first-run-${Date.now()}`}},
});
const {token} = await flow('POST', '/sessions', undefined, {inquiryId: created.data.id});
let position = await flow('GET', '/position', token);
position = await flow('POST', `/steps/${position.step}`, token, {action: 'accept'});
position = await flow('POST', `/steps/${position.step}`, token, {action: 'choose'});
const slot = await flow('POST', '/evidence', token, {
  step: position.step,
  side: 'front',
  capture: 'upload',
  contentType: 'image/jpeg',
  size: picture.length,
});
await flow('PUT', `/evidence/${slot.id}`, token, picture, {
  'content-range': `bytes 0-${picture.length - 1}/${picture.length}`,
});
await flow('POST', `/steps/${position.step}`, token, {action: 'submit', evidence: [{side: 'front', id: slot.id}]});
await until('a decision', 60, async () =>
  ['approved', 'declined', 'failed', 'needs_review'].includes((await flow('GET', '/position', token)).status),
);
const {attributes} = (await api('GET', `/inquiries/${created.data.id}`)).data;
assert.equal(attributes.status, 'approved');
assert.equal(attributes.fields['name-last'].value, 'SOLBERG');
console.log(`approved: ${created.data.id}, fields read from the picture`);

async function until(what, seconds, happened) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(500)) {
    if (await happened().catch(() => false)) return;
  }
  throw new Error(`waited ${seconds} s for ${what}`);
}

async function api(method, path, body) {
  return call(method, `${base}/api/v1${path}`, {authorization: `Bearer ${key}`}, body);
}

async function flow(method, path, token, body, headers = {}) {
  return call(
    method,
    `${base}/api/flow/v1${path}`,
    {...(token && {authorization: `Bearer ${token}`}), ...headers},
    body,
  );
}

async function call(method, url, headers, body) {
  const raw = body instanceof Uint8Array;
  const response = await fetch(url, {
    method,
    headers: {
      ...headers,
      'idempotency-key': crypto.randomUUID(),
      'content-type': raw ? 'application/octet-stream' : 'application/json',
    },
    ...(body !== undefined && {body: raw ? body : JSON.stringify(body)}),
  });
  const text = await response.text();
  assert.ok(response.ok, `${method} ${new URL(url).pathname}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}
