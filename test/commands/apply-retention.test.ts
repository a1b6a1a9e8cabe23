/** The promise of the consent screen, on a real document: when the time is over, nothing of the person can be read anywhere. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {after, before, describe, test} from 'node:test';
import {sql} from 'kysely';
import {applyRetention} from '../../src/commands/apply-retention.ts';
import {retentionDays} from '../../src/domain/retention.ts';
import {findEvent} from '../../src/storage/event.ts';
import {openEnginePool} from '../../src/verification/pool.node.ts';
import type {EnginePool} from '../../src/verification/engine.ts';
import {startPostgres} from '../contract/postgres.ts';
import type {TestPostgres} from '../contract/postgres.ts';
import {openFlowWorld, start, submit, upload, type FlowWorld} from '../server/flow/flow-world.ts';
import {documentGraph} from '../domain/flow-graph.ts';

const root = path.resolve(import.meta.dirname, '../..');
const person = ['SOLBERG', 'LINNEA', 'U4729013K', '1992-10-06'];
const dayMs = 24 * 3600 * 1000;

let engines: EnginePool;
let flow: FlowWorld;

before(async () => {
  const entry = new URL('../../src/engine.ts', import.meta.url);
  engines = openEnginePool({processes: 1, entry, models: path.join(root, 'models')});
  await engines.ready();
});
after(() => engines?.stop());

for (const kind of ['embedded', 'server'] as const) {
  describe(kind, () => {
    let postgres: TestPostgres | undefined;
    let now = new Date();
    before(async () => {
      if (kind === 'server') postgres = await startPostgres();
      flow = await openFlowWorld(engines, await postgres?.createDatabase());
      flow.ctx.now = () => now;
    });
    after(async () => {
      await flow?.close();
      await postgres?.stop();
    });

    test('a passport is forgotten when the template says so, and not a day before', async () => {
      const days = retentionDays(documentGraph());
      assert.ok(days);
      const {token, position} = await start(flow);
      await submit(flow, token, 'consent', {action: 'accept'});
      await submit(flow, token, 'document', {action: 'choose'});
      const bytes = Buffer.from(fs.readFileSync(path.join(root, 'demo/specimens/passport-photo.jpg')));
      await submit(flow, token, 'document', {
        action: 'submit',
        evidence: [{side: 'front', id: await upload(flow, token, 'front', bytes)}],
      });
      await flow.until(token, ({status}) => status === 'approved');
      assert.notDeepEqual(await whereItStands(), [], 'the search finds what is there');

      now = new Date(now.getTime() + (days - 1) * dayMs);
      assert.equal(await applyRetention(flow.ctx), 0);
      now = new Date(now.getTime() + 2 * dayMs);
      assert.equal(await applyRetention(flow.ctx), 1);
      assert.equal(await applyRetention(flow.ctx), 0);

      assert.deepEqual(await whereItStands(), []);
      await flow.files.sweep(new Date(now.getTime() + 2 * dayMs));
      assert.deepEqual(objects(flow.dataDir), []);
      await expectSealedRowsUnreadable(position.inquiryId);
    });
  });
}

/** Rows of any table that show a word of the person in clear. */
async function whereItStands(): Promise<string[]> {
  const {db} = flow.database;
  const {rows: tables} = await sql<{schema: string; name: string}>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`.execute(db);
  const found: string[] = [];
  for (const {schema, name} of tables) {
    const {rows} = await sql<{
      row: string;
    }>`select row_to_json(t)::text as row from ${sql.table(`${schema}.${name}`)} t`.execute(db);
    if (rows.some(({row}) => person.some((word) => row.includes(word)))) found.push(`${schema}.${name}`);
  }
  return found;
}

function objects(dataDir: string): string[] {
  const folder = path.join(dataDir, 'files');
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, {recursive: true, withFileTypes: true})
    .flatMap((entry) => (entry.isFile() ? [entry.name] : []));
}

async function expectSealedRowsUnreadable(inquiryId: string): Promise<void> {
  const {db} = flow.database;
  const events = await db.selectFrom('event').select(['id', 'name']).where('object_id', '=', inquiryId).execute();
  assert.ok(events.some(({name}) => name === 'inquiry.redacted'));
  for (const {id, name} of events) {
    const event = await findEvent(db, flow.envId, id);
    assert.ok(event);
    const open = flow.keyring.open(
      db,
      {envId: flow.envId, subjectId: event.subject_id, context: `event:${id}`},
      event.payload,
    );
    if (name === 'inquiry.redacted') await open;
    else await assert.rejects(open, {code: 'gone'}, name);
  }
}
