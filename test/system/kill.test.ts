/**
 * The promise: what was acknowledged is there, with exactly its events, and every webhook arrives at least once, whenever the
 * process dies. A real system runs under a load of writes; SIGKILL hits it at random moments (also while it starts), it is
 * started again, and in the end the rows and what the receiver got are compared with what customers were told.
 * `COUNTERSIGN_TEST_KILLS` says how often each database is hit; 10 by default.
 */
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {after, before, describe, test} from 'node:test';
import type {TestContext} from 'node:test';
import {openDatabase} from '../../src/storage/open-database.ts';
import {freePort, startPostgres} from '../contract/postgres.ts';
import type {TestPostgres} from '../contract/postgres.ts';
import {Load} from './load.ts';
import type {Acknowledged} from './load.ts';

const kills = Number(process.env['COUNTERSIGN_TEST_KILLS'] ?? 10);
const customers = 6;
/** What users run; it also starts in a fraction of the time that the sources take. */
const built = path.resolve(import.meta.dirname, '../../dist/countersign-server/cli.js');

describe('killed again and again', {concurrency: 1}, () => {
  let postgres: TestPostgres | undefined;
  before(async () => {
    postgres = await startPostgres();
  });
  after(() => postgres?.stop());

  test('the embedded database loses nothing', (t) => survives(t));
  test('a server loses nothing', async (t) => survives(t, await postgres?.createDatabase()));
});

async function survives(t: TestContext, databaseUrl?: string): Promise<void> {
  const receiver = await openReceiver();
  const system = await SystemUnderFire.make(databaseUrl);
  try {
    // the very first start, with everything still to be made
    await system.start();
    await system.kill(500 + Math.random() * 2000);
    await system.start();
    const templateId = await system.firstTemplate();
    await system.subscribe(receiver.url);
    const load = new Load({api: system.api, key: system.key, templateId, customers});
    for (let n = 0; n < kills; n++) {
      // every third kill may hit the start, the others hit the load
      if (n % 3 !== 2) await system.ready();
      await system.kill(150 + Math.random() * 850);
      await system.start();
    }
    await system.ready();
    await load.stop();
    await receiver.waitFor(expectedEvents(load.acknowledged));
    await system.stop();

    const {writes, deliveries} = await assertNothingLost(system, databaseUrl, load.acknowledged, receiver.seen);
    t.diagnostic(
      `${kills} kills, ${writes} writes, ${deliveries} deliveries, ${receiver.repeats()} of them sent again`,
    );
  } finally {
    await system.remove();
    await receiver.close();
  }
}

/** `<object id> <event name>` of everything that was acknowledged. */
function expectedEvents(acknowledged: Map<string, Acknowledged>): Set<string> {
  return new Set(
    [...acknowledged.values()].flatMap(({id, accountId, expired}) => [
      `${accountId} account.created`,
      `${id} inquiry.created`,
      ...(expired ? [`${id} inquiry.expired`] : []),
    ]),
  );
}

async function assertNothingLost(
  {dataDir}: SystemUnderFire,
  databaseUrl: string | undefined,
  acknowledged: Map<string, Acknowledged>,
  seen: Map<string, number>,
): Promise<{writes: number; deliveries: number}> {
  const database = await openDatabase({dataDir, databaseUrl});
  try {
    const inquiries = await database.db.selectFrom('inquiry').select(['id', 'status']).execute();
    const told = [...acknowledged.values()];
    assert.ok(told.length > kills, 'there was a load');
    assert.equal(new Set(told.map(({id}) => id)).size, told.length, 'each key made its own inquiry');
    // every write was insisted on until it was acknowledged, so there is neither less nor more
    assert.deepEqual(inquiries.map(({id}) => id).sort(), told.map(({id}) => id).sort());
    assert.deepEqual(
      inquiries
        .filter(({status}) => status === 'expired')
        .map(({id}) => id)
        .sort(),
      told
        .filter(({expired}) => expired)
        .map(({id}) => id)
        .sort(),
    );

    const all = await database.db.selectFrom('event').select(['id', 'name', 'object_id']).execute();
    const names = all.map(({name, object_id}) => `${object_id} ${name}`);
    assert.equal(new Set(names).size, names.length, 'nothing happened twice');
    // the shipped templates were published before anybody had subscribed
    const events = all.filter(({name}) => !name.startsWith('inquiry-template-version.'));
    assert.deepEqual(
      events.map(({name, object_id}) => `${object_id} ${name}`).sort(),
      [...expectedEvents(acknowledged)].sort(),
    );

    const deliveries = await database.db.selectFrom('webhook_delivery').select('event_id').execute();
    assert.deepEqual(deliveries.map(({event_id}) => event_id).sort(), events.map(({id}) => id).sort());
    assert.deepEqual([...seen.keys()].sort(), events.map(({id}) => id).sort(), 'the receiver saw each event');

    const audits = await database.db.selectFrom('audit').select('object_id').execute();
    const audited = new Set(audits.map(({object_id}) => object_id));
    assert.deepEqual(
      told.filter(({id}) => !audited.has(id)),
      [],
    );
    return {writes: events.length, deliveries: deliveries.length};
  } finally {
    await database.close();
  }
}

class SystemUnderFire {
  readonly dataDir: string;
  readonly api: string;
  readonly key = `countersign_sandbox_${randomBytes(16).toString('hex')}`;
  readonly #env: Record<string, string>;
  #child: ChildProcess | undefined;
  #ready: Promise<unknown> = Promise.resolve();

  static async make(databaseUrl: string | undefined): Promise<SystemUnderFire> {
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'countersign-kill-'));
    return new SystemUnderFire(dataDir, await freePort(), databaseUrl);
  }

  constructor(dataDir: string, port: number, databaseUrl: string | undefined) {
    this.dataDir = dataDir;
    this.api = `http://127.0.0.1:${port}/api/v1`;
    this.#env = {
      PORT: String(port),
      OPERATOR_PORT: '0',
      HOST: '127.0.0.1',
      COUNTERSIGN_DATA_DIR: dataDir,
      COUNTERSIGN_SECRET: randomBytes(32).toString('hex'),
      COUNTERSIGN_SANDBOX_API_KEY: this.key,
      COUNTERSIGN_ALLOW_LOOPBACK_WEBHOOKS: 'true',
      COUNTERSIGN_REQUESTS_PER_MINUTE: '1000000',
      COUNTERSIGN_ENGINE_PROCESSES: '1',
      LOG_LEVEL: 'fatal',
      ...(databaseUrl === undefined ? {} : {DATABASE_URL: databaseUrl}),
    };
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [built, 'serve', '--json'], {
      env: {PATH: process.env['PATH'], ...this.#env},
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    const ended = once(child, 'exit').then(([code]: unknown[]) => {
      // a kill is ours; any other end is the system's own
      if (typeof code === 'number' && code !== 0) throw new Error(`The system ended with ${code}`);
    });
    this.#ready = Promise.race([once(createInterface(child.stdout), 'line'), ended]);
    this.#ready.catch(() => {});
    await once(child, 'spawn');
  }

  async ready(): Promise<void> {
    await this.#ready;
  }

  /** A moment nobody chose: the time until it is the randomness of this test. */
  async kill(afterMs = 0): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await this.#end('SIGKILL');
  }

  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.dataDir, {recursive: true, force: true});
  }

  async firstTemplate(): Promise<string> {
    await this.ready();
    const {data} = (await this.#call('GET', '/inquiry-templates')) as {data: {id: string}[]};
    const [template] = data;
    assert.ok(template, 'a fresh environment has a template');
    return template.id;
  }

  async subscribe(url: string): Promise<void> {
    const attributes = {name: 'Kill test', url, 'enabled-events': ['*'], 'api-version': '2025-12-08'};
    const {data} = (await this.#call('POST', '/webhooks', {data: {attributes}})) as {data: {id: string}};
    await this.#call('POST', `/webhooks/${data.id}/enable`, {});
  }

  async #call(method: string, route: string, body?: unknown): Promise<unknown> {
    const response = await fetch(this.api + route, {
      method,
      headers: {authorization: `Bearer ${this.key}`, 'content-type': 'application/json'},
      ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    });
    const text = await response.text();
    assert.ok(response.ok, `${route} answered ${response.status}: ${text}`);
    return JSON.parse(text);
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }
}

interface KillReceiver {
  url: string;
  /** How often each event id came. */
  seen: Map<string, number>;
  repeats(): number;
  /** Resolves when each of these, as `<object id> <event name>`, came and was accepted. */
  waitFor(expected: Set<string>): Promise<void>;
  close(): Promise<void>;
}

/** Refuses every fiftieth event the first time it comes, so that retries are under fire too. */
async function openReceiver(): Promise<KillReceiver> {
  const seen = new Map<string, number>();
  const accepted = new Set<string>();
  let arrived = (): void => {};
  const server = http.createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const {id, attributes} = (JSON.parse(Buffer.concat(pieces).toString()) as WebhookBody).data;
      seen.set(id, (seen.get(id) ?? 0) + 1);
      const refuse = seen.get(id) === 1 && seen.size % 50 === 0;
      response.writeHead(refuse ? 500 : 204).end();
      if (refuse) return;
      accepted.add(`${attributes.payload.data.id} ${attributes.name}`);
      arrived();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    seen,
    repeats: () => [...seen.values()].reduce((sum, times) => sum + times - 1, 0),
    async waitFor(expected) {
      for (;;) {
        const missing = [...expected].filter((event) => !accepted.has(event));
        if (missing.length === 0) return;
        await within(
          120_000,
          new Promise<void>((resolve) => (arrived = resolve)),
          () => `${missing.length} events did not arrive, e.g. ${missing[0]}`,
        );
      }
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface WebhookBody {
  data: {id: string; attributes: {name: string; payload: {data: {id: string}}}};
}

async function within(ms: number, work: Promise<void>, says: () => string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(says())), ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
