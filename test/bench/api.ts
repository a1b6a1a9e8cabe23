/**
 * What the whole API costs above its database: creating an inquiry over HTTP (key, rate limit, session, subject key, event, audit row,
 * idempotent answer) beside a pool of connections that writes copies of exactly these rows in one statement, and beside a bare node:http
 * that sends the statements which the whole API sent, on the same PostgreSQL. Two at a time are measured in alternating rounds, so that
 * neither inherits from a third what it left to PostgreSQL to tidy up. What is measured is the built program. Retrieve and list, two
 * hundred clients at once (any answer but a success ends the bench), events told to one webhook and to ten, the draining of what waits
 * for a receiver, and the embedded database stand beside it as information.
 */
import {fork} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import pg from 'pg';
import {startPostgres} from '../contract/postgres.ts';
import type {Load, Order} from './api-load.ts';
import type {RawOrder} from './api-raw.ts';
import {buildServer, startServer} from './api-server.ts';
import type {ServerCpu, ServerSql} from './api-server.ts';
import type {SampleRow} from './copy-rows.ts';
import type {Bench, BenchRequest} from './run.ts';

const clients = 24;
const manyClients = 200;
/** Webhooks that each event is told to in the row of fan-out. */
const fan = 10;
const baselineConnections = 16;
const rounds = 15;
/** Before the first round, for either server: V8 needs that long to compile what is run most. */
const warmSeconds = 10;

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
  /** Median of the rounds' ratios, as `rawRatio`. */
  ratio?: number;
  /** The bare node:http with the same SQL. */
  rawPerSecond?: number;
  rawCpuMs?: number;
  rawRatio?: number;
}

export const bench: Bench = {
  summary: 'creates inquiries through the whole API beside writing the same rows in one statement',
  help: ['--seconds N   how long each round takes (default 2)'],
  async run(request) {
    const seconds = request.seconds ?? 2;
    buildServer();
    const postgres = await startPostgres();
    const loader = start('api-load.ts', {});
    try {
      const measures = [
        ...(await onServer({databaseUrl: await postgres.createDatabase(), loader, seconds, request})),
        await drain({databaseUrl: await postgres.createDatabase(), loader, seconds, request}),
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
    await stage.load('create', {seconds: warmSeconds, clients});
    const rows = await sampleRows(databaseUrl);
    const sql = await stage.sql();
    const raw = await openRaw({databaseUrl, connections: baselineConnections, sql, answer: stage.answer});
    await stage.load('create', {seconds: warmSeconds, clients, at: raw});
    const alone = await stage.measure('create', {baseline: {databaseUrl, rows}, raw});
    await end(raw.child);
    const reads = [await stage.measure('retrieve'), await stage.measure('list')];
    const crowd = await stage.measure('create', undefined, manyClients);
    const told = async (webhooks: number, what: string) => {
      for (let i = 0; i < webhooks; i++) await stage.enableWebhook(`https://receiver-${i}.example.com/`);
      await stage.load('create', {seconds: 1, clients});
      const baseline = {databaseUrl, rows: await sampleRows(databaseUrl)};
      return {...(await stage.measure('create', {baseline})), what};
    };
    return [
      alone,
      {...crowd, what: `create, ${manyClients} clients`},
      await told(1, 'create, a webhook told'),
      await told(fan - 1, `create, ${fan} webhooks told`),
      ...reads,
    ].map((each) => ({
      ...each,
      database: 'server' as const,
    }));
  } finally {
    await stage.close();
  }
}

/** How many deliveries a worker hands to one receiver each second: what was created while none ran, from the first to the last one. */
async function drain({databaseUrl, ...ground}: Ground & {databaseUrl: string}): Promise<Measure> {
  const settings = {
    DATABASE_URL: databaseUrl,
    COUNTERSIGN_SECRET: randomBytes(32).toString('hex'),
    COUNTERSIGN_ALLOW_LOOPBACK_WEBHOOKS: 'true',
  };
  const receiver = await openReceiver();
  const stage = await openStage(ground, settings);
  try {
    await stage.enableWebhook(receiver.url);
    const {done} = await stage.load('create', {seconds: Math.min(ground.seconds, 2), clients});
    const dataDir = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
    const {child: worker} = await startServer('worker', {
      ...settings,
      ...settingsOfAll,
      COUNTERSIGN_DATA_DIR: dataDir,
    });
    const ms = await receiver.untilAll(done);
    await end(worker);
    rmSync(dataDir, {recursive: true, force: true});
    return {
      what: 'webhook drain, a receiver',
      database: 'server',
      perSecond: (1000 * (done - 1)) / ms,
      p50Ms: Number.NaN,
      p99Ms: Number.NaN,
      serverCpuMs: Number.NaN,
    };
  } finally {
    await stage.close();
    await receiver.close();
  }
}

/** Takes every delivery at once; each event is counted once. */
async function openReceiver(): Promise<{
  url: string;
  /** Milliseconds between the first and the last of so many. */
  untilAll(events: number): Promise<number>;
  close(): Promise<void>;
}> {
  const cameAt = new Map<string, number>();
  let bell: (() => void) | undefined;
  const server = createServer((request, response) => {
    const id = String(request.headers['countersign-delivery-id']);
    if (!cameAt.has(id)) cameAt.set(id, performance.now());
    request.resume().once('end', () => response.writeHead(204).end());
    bell?.();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async untilAll(events) {
      await new Promise<void>((resolve) => {
        bell = () => cameAt.size >= events && resolve();
        bell();
      });
      const times = [...cameAt.values()];
      return (times.at(-1) ?? 0) - (times[0] ?? 0);
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

async function onEmbedded(ground: Ground): Promise<Measure[]> {
  const stage = await openStage(ground, {});
  try {
    await stage.load('create', {seconds: 2, clients});
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

/** The process of `api-raw.ts`. */
interface Raw {
  child: ChildProcess;
  address: string;
}

async function openRaw(order: RawOrder): Promise<Raw> {
  const child = start('api-raw.ts', {});
  return {child, address: await ask<string>(child, order)};
}

type LoadOnServer = Load & {serverCpuMs: number};

interface Stage {
  /** To a create. */
  answer: string;
  /** What its last create sent to the database. */
  sql(): Promise<ServerSql>;
  /** @param options.at another server than its own */
  load(operation: Operation, options: {seconds: number; clients: number; at?: Raw}): Promise<LoadOnServer>;
  /** @param beside what takes turns with it */
  measure(
    operation: Operation,
    beside?: {baseline?: Baseline; raw?: Raw},
    by?: number,
  ): Promise<Omit<Measure, 'database'>>;
  enableWebhook(url: string): Promise<void>;
  close(): Promise<void>;
}

/** Of every process under load. */
const settingsOfAll = {
  COUNTERSIGN_REQUESTS_PER_MINUTE: '100000000',
  COUNTERSIGN_ENGINE_PROCESSES: '1',
};

/** A server in its own process and data folder. */
async function openStage({loader, seconds, request}: Ground, settings: Record<string, string>): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  const key = `countersign_sandbox_${randomBytes(16).toString('hex')}`;
  const {child: server, address} = await startServer('web', {
    ...settingsOfAll,
    COUNTERSIGN_DATA_DIR: dataDir,
    COUNTERSIGN_SANDBOX_API_KEY: key,
    ...settings,
  });
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
  const loadOn = async (
    {child, address: at}: Raw,
    operation: Operation,
    {seconds: time, clients: by}: {seconds: number; clients: number},
  ): Promise<LoadOnServer> => {
    const posts = operation === 'create';
    const before = await ask<ServerCpu>(child, 'cpu');
    const load = await ask<Load>(loader, {
      kind: 'http',
      address: at,
      key,
      clients: by,
      seconds: time,
      method: posts ? 'POST' : 'GET',
      paths: paths[operation],
      ...(posts && {body: JSON.stringify(body)}),
      status: posts ? 201 : 200,
    } satisfies Order);
    const {cpuMs} = await ask<ServerCpu>(child, 'cpu');
    return {...load, serverCpuMs: (cpuMs - before.cpuMs) / load.done};
  };
  const writeRows = ({databaseUrl, rows}: Baseline): Promise<Load> =>
    ask<Load>(loader, {kind: 'rows', connections: baselineConnections, seconds, databaseUrl, rows} satisfies Order);
  const stage: Stage = {
    answer: JSON.stringify(await call('POST', '/inquiries', body)),
    sql: () => ask(server, 'sql'),
    load: (operation, {at = {child: server, address}, ...options}) => loadOn(at, operation, options),
    async measure(operation, {baseline, raw} = {}, by = clients) {
      const once = () => stage.load(operation, {seconds, clients: by});
      const report = (round: number) => request.progress(round, rounds, operation);
      const besideRows = baseline && (await takeTurns(once, () => writeRows(baseline), report));
      const besideRaw = raw && (await takeTurns(once, () => loadOn(raw, operation, {seconds, clients: by}), report));
      const alone = besideRows || besideRaw ? [] : (await takeTurns(once, undefined, report)).ours;
      return summary(operation, {alone, besideRows, besideRaw});
    },
    async enableWebhook(url) {
      const attributes = {url, 'enabled-events': ['inquiry.created']};
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

/** What was measured of the server and of what stands beside it, a round each after the other. */
interface Turns<Other extends Load> {
  ours: LoadOnServer[];
  theirs: Other[];
}

/** One of each a round, so that what else the machine does falls on both, and each begins every second one. */
async function takeTurns<Other extends Load>(
  our: () => Promise<LoadOnServer>,
  their: (() => Promise<Other>) | undefined,
  report: (round: number) => void,
): Promise<Turns<Other>> {
  const measured: Turns<Other> = {ours: [], theirs: []};
  for (let round = 0; round < rounds; round++) {
    report(round);
    const turns = [async () => measured.ours.push(await our())];
    if (their) turns.push(async () => measured.theirs.push(await their()));
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn();
  }
  report(rounds);
  return measured;
}

interface Rounds {
  alone: LoadOnServer[];
  besideRows: Turns<Load> | undefined;
  besideRaw: Turns<LoadOnServer> | undefined;
}

function summary(what: string, {alone, besideRows, besideRaw}: Rounds): Omit<Measure, 'database'> {
  const ours = [...alone, ...(besideRows?.ours ?? []), ...(besideRaw?.ours ?? [])];
  return {
    what,
    perSecond: median(ours.map((load) => load.perSecond)),
    p50Ms: median(ours.map(({p50Ms}) => p50Ms)),
    p99Ms: median(ours.map(({p99Ms}) => p99Ms)),
    serverCpuMs: median(ours.map(({serverCpuMs}) => serverCpuMs)),
    ...(besideRows && {
      baselinePerSecond: median(besideRows.theirs.map((load) => load.perSecond)),
      baselineCpuMs: median(besideRows.theirs.map(({cpuMs}) => cpuMs)),
      ratio: ratioOf(besideRows),
    }),
    ...(besideRaw && {
      rawPerSecond: median(besideRaw.theirs.map((load) => load.perSecond)),
      rawCpuMs: median(besideRaw.theirs.map(({serverCpuMs}) => serverCpuMs)),
      rawRatio: ratioOf(besideRaw),
    }),
  };
}

/** Median of the rounds' ratios. */
function ratioOf({ours, theirs}: Turns<Load>): number {
  return median(theirs.map((other, round) => (ours[round]?.perSecond ?? Number.NaN) / other.perSecond));
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
    // bytes and times of a statement stay what they are
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {PATH: process.env['PATH'], ...settings},
  });
}

function ask<T>(child: ChildProcess, message: Order | RawOrder | 'cpu' | 'sql'): Promise<T> {
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
      m.what,
      m.database === 'server' ? 'PostgreSQL' : 'embedded',
      shown(m.perSecond, 0),
      shown(m.p50Ms, 1),
      shown(m.p99Ms, 1),
      shown(m.serverCpuMs, 2),
      shown(m.baselinePerSecond, 0),
      shown(m.ratio, 3),
      shown(m.rawPerSecond, 0),
      shown(m.rawCpuMs, 2),
      shown(m.rawRatio, 2),
    ].join(' | '),
  );
  return [
    '## API',
    '',
    `${clients} keep-alive clients in a process of their own, one server process, built. *Baseline*: a pool of ${baselineConnections} connections writes`,
    'the same rows in one prepared statement on the same PostgreSQL. *Bare*: node:http that sends the statements which the server sent, API log',
    `included, and answers the same bytes. Either is warm before the first round. Two at a time take turns, and each begins every second round; medians of ${rounds} rounds, and of their ratios.`,
    '',
    '| request | database | requests / s | p50 ms | p99 ms | CPU ms, server process | baseline / s | ratio to baseline | bare / s | CPU ms, bare process | ratio to bare |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

function shown(value: number | undefined, digits: number): string {
  return value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits);
}
