/** An inquiry handed in through the flow's own API, for journeys that are about what comes after. */
import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import type {Session} from '../../src/protocol/flow.ts';
import type {Position} from '../../src/protocol/position.ts';
import {documentTemplate} from './platform.ts';
import type {Platform} from './platform.ts';

export interface HandIn {
  front: Buffer;
  /** How often the same picture is handed in; 1 by default. */
  attempts?: number;
}

/** Answers the inquiry's id once it is decided. */
export async function handIn(platform: Platform, {front, attempts = 1}: HandIn): Promise<string> {
  const templateId = await documentTemplate(platform);
  const {data} = await platform.post('/inquiries', {
    data: {attributes: {'inquiry-template-id': templateId, 'reference-id': randomUUID()}},
  });
  const {token} = await call<Session>(platform, 'POST', '/sessions', {json: {inquiryId: data.id}});
  const step = async (json: unknown): Promise<Position> => {
    const {step: name} = await call<Position>(platform, 'GET', '/position', {token});
    return call<Position>(platform, 'POST', `/steps/${name}`, {token, json});
  };
  await step({action: 'accept'});
  await step({action: 'choose'});
  for (let attempt = 0; attempt < attempts; attempt++) {
    const slot = await call<{id: string}>(platform, 'POST', '/evidence', {
      token,
      json: {step: 'document', side: 'front', capture: 'upload', contentType: 'image/jpeg', size: front.length},
    });
    await call(platform, 'PUT', `/evidence/${slot.id}`, {token, bytes: front});
    await step({action: 'submit', evidence: [{side: 'front', id: slot.id}]});
    await settled(platform, token);
  }
  return data.id;
}

/** Reads the event stream until the engine has said its word. */
async function settled(platform: Platform, token: string): Promise<void> {
  for (;;) {
    const position = await call<Position>(platform, 'GET', '/position', {token});
    if (position.screen.kind !== 'processing') return;
    await nextEvent(platform, token);
  }
}

async function nextEvent(platform: Platform, token: string): Promise<void> {
  const away = new AbortController();
  const response = await fetch(`${platform.publicUrl}/api/flow/v1/events`, {
    headers: {authorization: `Bearer ${token}`},
    signal: away.signal,
  });
  const reader = response.body?.getReader();
  // the stream begins with the position as it is; what comes after is news
  await reader?.read();
  await reader?.read();
  away.abort();
}

interface Call {
  token?: string;
  json?: unknown;
  bytes?: Buffer;
}

async function call<T>(platform: Platform, method: string, path: string, {token, json, bytes}: Call): Promise<T> {
  const response = await fetch(`${platform.publicUrl}/api/flow/v1${path}`, {
    method,
    headers: {
      'idempotency-key': randomUUID(),
      'content-type': bytes ? 'application/octet-stream' : 'application/json',
      ...(token && {authorization: `Bearer ${token}`}),
      ...(bytes && {'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`}),
    },
    ...(json !== undefined && {body: JSON.stringify(json)}),
    ...(bytes && {body: new Uint8Array(bytes)}),
  });
  const text = await response.text();
  assert.ok(response.ok, `${method} ${path}: ${response.status} ${text}`);
  return (text ? JSON.parse(text) : undefined) as T;
}
