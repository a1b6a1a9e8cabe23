/**
 * The least that could stand where the API does: node:http that reads the body, sends the very statements that the whole stack sent
 * (`api-meter.mjs`), prepared as there and over a pool as large, and answers with the same bytes. That is the create itself, with its
 * check of what is remembered and its claim of the idempotency key, and once a second the API log. What the stack asks once a second
 * for all requests together, the key and its environment, is left out. No key, no rate limit, no schema, no cipher. A process of its
 * own with its collector set as in the command, as the server under load is.
 */
import '../../src/cli/small-machine.ts';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import pg from 'pg';
import {newId} from '../../src/protocol/ids.ts';
import type {SentStatement, ServerCpu, ServerSql} from './api-server.ts';
import {renewer} from './copy-rows.ts';

export interface RawOrder {
  databaseUrl: string;
  connections: number;
  sql: ServerSql;
  /** What the whole API answered. */
  answer: string;
}

process.once('message', ({databaseUrl, connections, sql, answer}: RawOrder) => {
  const pool = new pg.Pool({connectionString: databaseUrl, max: connections});
  const log = openLog(pool, sql.log);
  const server = createServer((request, response) => {
    void (async () => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      JSON.parse(Buffer.concat(parts).toString('utf8'));
      const renew = renewer(Date.now());
      await pool.query({name: 'create', text: sql.create.text, values: sql.create.values.map(renew)});
      log();
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

/** As `commands/api-log.ts` does it: what came in a second, five hundred rows a statement. */
function openLog(pool: pg.Pool, {text, values}: SentStatement): () => void {
  const [row] = JSON.parse(String(values[0])) as object[];
  let waiting: object[] = [];
  const write = async (): Promise<void> => {
    const rows = waiting;
    waiting = [];
    for (let from = 0; from < rows.length; from += 500)
      await pool.query(text, [JSON.stringify(rows.slice(from, from + 500))]);
  };
  setInterval(() => void write(), 1000);
  return () => void waiting.push({...row, id: newId('request', Date.now())});
}
