/**
 * The least that could stand where the API does: node:http that reads the body, runs the same SQL over a pool as large as ours, and
 * answers with the same bytes. No key, no rate limit, no schema, no cipher. A process of its own, as the server under load is.
 */
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import pg from 'pg';
import type {ServerCpu} from './api-server.ts';
import {copier} from './copy-rows.ts';
import type {SampleRow} from './copy-rows.ts';

export interface RawOrder {
  databaseUrl: string;
  connections: number;
  rows: SampleRow[];
  /** What the whole API answered. */
  answer: string;
}

process.once('message', ({databaseUrl, connections, rows, answer}: RawOrder) => {
  const pool = new pg.Pool({connectionString: databaseUrl, max: connections});
  const copy = copier(rows);
  const server = createServer((request, response) => {
    void (async () => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      JSON.parse(Buffer.concat(parts).toString('utf8'));
      await pool.query(copy.text, copy.values());
      response.writeHead(201, {'content-type': 'application/json'}).end(answer);
    })();
  });
  server.listen(0, '127.0.0.1', () => {
    process.on('message', () => {
      const {user, system} = process.cpuUsage();
      process.send?.({cpuMs: (user + system) / 1000} satisfies ServerCpu);
    });
    process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
});
process.once('disconnect', () => process.exit(0));
