/**
 * The loading process of the API bench, so that clients share no event loop with the server. It does one order at a time: requests
 * over keep-alive connections, or the baseline, which writes copies of one request's rows in one statement over a pool.
 */
import {randomUUID} from 'node:crypto';
import pg from 'pg';
import {Pool} from 'undici';
import {copier} from './copy-rows.ts';
import type {SampleRow} from './copy-rows.ts';

export type Order =
  | {
      kind: 'http';
      address: string;
      key: string;
      clients: number;
      seconds: number;
      method: 'GET' | 'POST';
      /** One is taken after the other. */
      paths: string[];
      body?: string;
      status: number;
    }
  | {kind: 'rows'; databaseUrl: string; connections: number; seconds: number; rows: SampleRow[]};

export interface Load {
  perSecond: number;
  done: number;
  /** CPU of this process for each of them. */
  cpuMs: number;
  p50Ms: number;
  p99Ms: number;
}

process.on('message', (order: Order) => {
  void carryOut(order).then((load) => process.send?.(load));
});
process.once('disconnect', () => process.exit(0));

async function carryOut(order: Order): Promise<Load> {
  return order.kind === 'http' ? loadHttp(order) : loadRows(order);
}

async function loadHttp(order: Order & {kind: 'http'}): Promise<Load> {
  const {address, key, clients, method, paths, body, status, seconds} = order;
  const pool = new Pool(address, {connections: clients, pipelining: 1});
  let turn = 0;
  const request = async (): Promise<void> => {
    const path = paths[turn++ % paths.length] ?? '/';
    const headers = {
      authorization: `Bearer ${key}`,
      ...(body !== undefined && {'content-type': 'application/json', 'idempotency-key': randomUUID()}),
    };
    const answer = await pool.request({method, path, headers, ...(body !== undefined && {body})});
    const text = await answer.body.text();
    if (answer.statusCode !== status) throw new Error(`${method} ${path} answered ${answer.statusCode}: ${text}`);
  };
  const load = await repeat(request, {lanes: clients, seconds});
  await pool.close();
  return load;
}

async function loadRows({databaseUrl, connections, rows, seconds}: Order & {kind: 'rows'}): Promise<Load> {
  const pool = new pg.Pool({connectionString: databaseUrl, max: connections});
  const copy = copier(rows);
  const load = await repeat(
    async () => void (await pool.query({name: 'copy', text: copy.text, values: copy.values()})),
    {
      lanes: connections,
      seconds,
    },
  );
  await pool.end();
  return load;
}

async function repeat(once: () => Promise<void>, {lanes, seconds}: {lanes: number; seconds: number}): Promise<Load> {
  const took: number[] = [];
  const cpu = process.cpuUsage();
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    Array.from({length: lanes}, async () => {
      for (let from = performance.now(); from < end;) {
        await once();
        const now = performance.now();
        took.push(now - from);
        from = now;
      }
    }),
  );
  const elapsed = (performance.now() - start) / 1000;
  const {user, system} = process.cpuUsage(cpu);
  took.sort((a, b) => a - b);
  return {
    perSecond: took.length / elapsed,
    done: took.length,
    cpuMs: (user + system) / 1000 / took.length,
    p50Ms: took[took.length >> 1] ?? 0,
    p99Ms: took[Math.floor(took.length * 0.99)] ?? 0,
  };
}
