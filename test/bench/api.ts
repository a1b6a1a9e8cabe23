/**
 * What the whole API costs above its database: creating an inquiry over HTTP (key, rate limit, session, subject key, event, audit row,
 * idempotent answer) beside a pool of connections that writes copies of exactly these rows in one statement, on the same PostgreSQL,
 * in alternating rounds. Retrieve and list, and the embedded database, stand beside it as information.
 */
import {fork} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import pg from 'pg';
import {startPostgres} from '../contract/postgres.ts';
import type {Load, Order, SampleRow} from './api-load.ts';
import type {ServerCpu, ServerReady} from './api-server.ts';
import type {Bench, BenchRequest} from './run.ts';

const clients = 24;
const baselineConnections = 16;
const rounds = 3;

/** Medians over the rounds. */
interface Measure {
  what: string;
  database: 'server' | 'embedded';
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** CPU of the server process for each request. */
  serverCpuMs: number;
  baselinePerSecond?: number;
  /** CPU of the process that writes the baseline's rows for each statement. */
  baselineCpuMs?: number;
  ratio?: number;
}

export const bench: Bench = {
  summary: 'creates inquiries through the whole API beside writing the same rows in one statement',
  help: ['--seconds N   how long each round takes (default 4)'],
  async run(request) {
    const seconds = request.seconds ?? 4;
    const postgres = await startPostgres();
    const loader = start('api-load.ts', {});
    try {
      const measures = [
        ...(await onServer({databaseUrl: await postgres.createDatabase(), loader, seconds, request})),
        ...(await onEmbedded({loader, seconds, request})),
      ];
      return {data: measures, markdown: render(measures)};
    } finally {
      await end(loader);
      await postgres.stop();
    }
  },
};

interface Ground {
  loader: ChildProcess;
  seconds: number;
  request: BenchRequest;
}

async function onServer({databaseUrl, ...ground}: Ground & {databaseUrl: string}): Promise<Measure[]> {
  const stage = await openStage(ground, {
    DATABASE_URL: databaseUrl,
    COUNTERSIGN_SECRET: randomBytes(32).toString('hex'),
  });
  try {
    await stage.load('create', {seconds: 2});
    const baseline = {databaseUrl, rows: await sampleRows(databaseUrl)};
    const alone = await stage.measure('create', baseline);
    const reads = [await stage.measure('retrieve'), await stage.measure('list')];
    await stage.enableWebhook();
    await stage.load('create', {seconds: 1});
    const withWebhook = {databaseUrl, rows: await sampleRows(databaseUrl)};
    const delivered = await stage.measure('create', withWebhook);
    return [alone, {...delivered, what: 'create, a webhook told'}, ...reads].map((each) => ({
      ...each,
      database: 'server' as const,
    }));
  } finally {
    await stage.close();
  }
}

async function onEmbedded(ground: Ground): Promise<Measure[]> {
  const stage = await openStage(ground, {});
  try {
    await stage.load('create', {seconds: 2});
    const measures = [await stage.measure('create'), await stage.measure('retrieve'), await stage.measure('list')];
    return measures.map((each) => ({...each, database: 'embedded' as const}));
  } finally {
    await stage.close();
  }
}

type Operation = 'create' | 'retrieve' | 'list';

interface Baseline {
  databaseUrl: string;
  rows: SampleRow[];
}

interface Stage {
  load(operation: Operation, options: {seconds: number}): Promise<Load & {serverCpuMs: number}>;
  measure(operation: Operation, baseline?: Baseline): Promise<Omit<Measure, 'database'>>;
  enableWebhook(): Promise<void>;
  close(): Promise<void>;
}

/** A server in its own process and data folder. */
async function openStage({loader, seconds, request}: Ground, settings: Record<string, string>): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  const server = start('api-server.ts', {
    PORT: '0',
    OPERATOR_PORT: '0',
    COUNTERSIGN_DATA_DIR: dataDir,
    COUNTERSIGN_REQUESTS_PER_MINUTE: '100000000',
    COUNTERSIGN_ENGINE_PROCESSES: '1',
    COUNTERSIGN_SANDBOX_API_KEY: `countersign_sandbox_${randomBytes(16).toString('hex')}`,
    ...settings,
  });
  const {address, key} = await hear<ServerReady>(server);
  const call = apiClient(address, key);
  const templates = await call<{data: {id: string}[]}>('GET', '/inquiry-templates');
  const body = creation(templates.data[0]?.id ?? '');
  const paths: Record<Operation, string[]> = {
    create: ['/api/v1/inquiries'],
    retrieve: await Promise.all(
      Array.from({length: 50}, async () => {
        const {data} = await call<{data: {id: string}}>('POST', '/inquiries', body);
        return `/api/v1/inquiries/${data.id}`;
      }),
    ),
    list: ['/api/v1/inquiries?page[size]=10'],
  };
  const stage: Stage = {
    async load(operation, {seconds: time}) {
      const posts = operation === 'create';
      const before = await ask<ServerCpu>(server, 'cpu');
      const load = await ask<Load>(loader, {
        kind: 'http',
        address,
        key,
        clients,
        seconds: time,
        method: posts ? 'POST' : 'GET',
        paths: paths[operation],
        ...(posts && {body: JSON.stringify(body)}),
        status: posts ? 201 : 200,
      } satisfies Order);
      const {cpuMs} = await ask<ServerCpu>(server, 'cpu');
      return {...load, serverCpuMs: (cpuMs - before.cpuMs) / load.done};
    },
    async measure(operation, baseline) {
      const ours: Awaited<ReturnType<Stage['load']>>[] = [];
      const theirs: Load[] = [];
      for (let round = 0; round < rounds; round++) {
        request.progress(round, rounds, operation);
        ours.push(await stage.load(operation, {seconds}));
        if (!baseline) continue;
        const order = {kind: 'rows', connections: baselineConnections, seconds, ...baseline} satisfies Order;
        theirs.push(await ask<Load>(loader, order));
      }
      request.progress(rounds, rounds, operation);
      return summary(operation, ours, theirs);
    },
    async enableWebhook() {
      const attributes = {url: 'https://receiver.example.com/', 'enabled-events': ['inquiry.created']};
      const {data} = await call<{data: {id: string}}>('POST', '/webhooks', {data: {attributes}});
      await call('POST', `/webhooks/${data.id}/enable`, {});
    },
    async close() {
      await end(server);
      rmSync(dataDir, {recursive: true, force: true});
    },
  };
  return stage;
}

function creation(templateId: string): object {
  const fields = {'name-first': 'Erika', 'name-last': 'Mustermann', birthdate: '1983-08-12'};
  return {
    data: {attributes: {'inquiry-template-id': templateId, fields, tags: ['bench'], note: 'Order 1234567'}},
    meta: {'auto-create-inquiry-session': true},
  };
}

function summary(
  what: string,
  ours: readonly (Load & {serverCpuMs: number})[],
  theirs: readonly Load[],
): Omit<Measure, 'database'> {
  const perSecond = median(ours.map((load) => load.perSecond));
  const baselinePerSecond = median(theirs.map((load) => load.perSecond));
  return {
    what,
    perSecond,
    p50Ms: median(ours.map(({p50Ms}) => p50Ms)),
    p99Ms: median(ours.map(({p99Ms}) => p99Ms)),
    serverCpuMs: median(ours.map(({serverCpuMs}) => serverCpuMs)),
    ...(theirs.length > 0 && {
      baselinePerSecond,
      baselineCpuMs: median(theirs.map(({cpuMs}) => cpuMs)),
      ratio: perSecond / baselinePerSecond,
    }),
  };
}

/** The rows that the youngest inquiry's creation wrote, in the order of the design. */
async function sampleRows(databaseUrl: string): Promise<SampleRow[]> {
  const client = new pg.Client({connectionString: databaseUrl, types: {getTypeParser: () => (text: string) => text}});
  await client.connect();
  const rows: SampleRow[] = [];
  const collect = async (table: string, where: string, values: string[]): Promise<Record<string, string>[]> => {
    const answer = await client.query<Record<string, string | null>>(`select * from ${table} where ${where}`, values);
    const found = answer.rows.map(present);
    rows.push(...found.map((columns) => ({table, columns})));
    return found;
  };
  const youngest = await client.query<{id: string}>('select id from inquiry order by created_at desc, id desc limit 1');
  const id = youngest.rows[0]?.id ?? '';
  await collect('inquiry', 'id = $1', [id]);
  await collect('inquiry_session', 'inquiry_id = $1', [id]);
  await collect('subject_key', 'subject_id = $1', [id]);
  const events = await collect('event', 'object_id = $1', [id]);
  await collect('audit', 'object_id = $1', [id]);
  await collect('idempotency', 'subject_id = $1', [id]);
  for (const event of events) {
    for (const delivery of await collect('webhook_delivery', 'event_id = $1', [event['id'] ?? '']))
      await collect('pgboss.job', `data->>'deliveryId' = $1`, [delivery['id'] ?? '']);
  }
  await client.end();
  return rows;
}

function present(row: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

function apiClient(address: string, key: string) {
  return async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: {authorization: `Bearer ${key}`, 'content-type': 'application/json'},
      ...(body && {body: JSON.stringify(body)}),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
}

function start(file: string, settings: Record<string, string>): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), {
    // a log is written, and read by nobody
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {PATH: process.env['PATH'], ...settings},
  });
}

function ask<T>(child: ChildProcess, message: Order | 'cpu'): Promise<T> {
  const answer = hear<T>(child);
  child.send(message);
  return answer;
}

function hear<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null): void => reject(new Error(`${child.spawnargs.at(-1)} ended with ${code}`));
    child.once('exit', gone);
    child.once('message', (message) => {
      child.off('exit', gone);
      resolve(message as T);
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.disconnect();
  });
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}

function render(measures: readonly Measure[]): string {
  const rows = measures.map((m) =>
    [
      m.what, m.database === 'server' ? 'PostgreSQL' : 'embedded', Math.round(m.perSecond), m.p50Ms.toFixed(1), m.p99Ms.toFixed(1),
      m.serverCpuMs.toFixed(2), m.baselinePerSecond === undefined ? '–' : Math.round(m.baselinePerSecond),
      m.baselineCpuMs === undefined ? '–' : m.baselineCpuMs.toFixed(2), m.ratio === undefined ? '–' : m.ratio.toFixed(3),
    ].join(' | '),
  ); // prettier-ignore
  return [
    '## API',
    '',
    `${clients} keep-alive clients in a process of their own, one server process. *Baseline*: a pool of ${baselineConnections} connections writes`,
    'the same rows in one statement on the same PostgreSQL, in rounds that alternate with ours. Medians of the rounds.',
    '',
    '| request | database | requests / s | p50 ms | p99 ms | CPU ms, server process | baseline / s | CPU ms, baseline process | ratio |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
