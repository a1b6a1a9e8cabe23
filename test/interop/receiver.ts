/** A customer's webhook endpoint: verifies the signature over the raw body as the documentation says, keeps what came. */
import {createHmac, timingSafeEqual} from 'node:crypto';
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import type {WebhookBody} from './recorder.ts';

export interface Receiver {
  url: string;
  bodies: WebhookBody[];
  /** Set once the webhook's secrets are known. */
  secrets: string[];
  /** Resolves once that event about that object has come; it may have come already. */
  waitFor(event: string, objectId: string): Promise<void>;
  /** The same for one event by its id. */
  waitForId(eventId: string): Promise<void>;
  close(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const bodies: WebhookBody[] = [];
  const secrets: string[] = [];
  const waiting = new Set<() => void>();
  const wait = (what: string, isIt: (one: WebhookBody) => boolean) =>
    new Promise<void>((resolve, reject) => {
      const patience = setTimeout(() => reject(new Error(`no webhook ${what} within a minute`)), 60_000);
      const look = () => {
        if (!bodies.some(isIt)) return;
        clearTimeout(patience);
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  const server = http.createServer((request, response) => {
    void (async () => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const raw = Buffer.concat(parts);
      if (!secrets.some((secret) => isSigned(raw, String(request.headers['persona-signature']), secret))) {
        response.writeHead(401).end();
        return;
      }
      const body = JSON.parse(raw.toString('utf8')) as {data: {attributes: {name: string}}};
      bodies.push({event: body.data.attributes.name, body});
      response.writeHead(204).end();
      for (const look of waiting) look();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    bodies,
    secrets,
    waitFor: (event, objectId) =>
      wait(
        `${event} for ${objectId}`,
        (one) => one.event === event && dataOf(one).attributes.payload.data.id === objectId,
      ),
    waitForId: (eventId) => wait(eventId, (one) => dataOf(one).id === eventId),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function dataOf({body}: WebhookBody): {id: string; attributes: {payload: {data: {id: string}}}} {
  return (body as {data: {id: string; attributes: {payload: {data: {id: string}}}}}).data;
}

/** `t=<unix s>,v1=<hex>`, several sets apart by a space while a secret is rotated. */
function isSigned(raw: Buffer, header: string, secret: string): boolean {
  return header.split(' ').some((set) => {
    const [, time = '', given = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(set) ?? [];
    const expected = createHmac('sha256', secret).update(`${time}.`).update(raw).digest();
    const bytes = Buffer.from(given, 'hex');
    return bytes.length === expected.length && timingSafeEqual(bytes, expected);
  });
}
