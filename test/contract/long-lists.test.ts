/** A list over a million inquiries answers any page by looking at a page's worth of rows: shown by PostgreSQL's own account of its work. */
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {CompiledQuery, sql} from 'kysely';
import type {KyselyPlugin, RootOperationNode} from 'kysely';
import {listInquiries} from '../../src/storage/inquiry.ts';
import type {InquiryFilter} from '../../src/storage/inquiry.ts';
import type {PageRequest} from '../../src/protocol/pagination.ts';
import {startPostgres} from './postgres.ts';
import type {TestPostgres} from './postgres.ts';
import {openWorld} from './world.ts';
import type {World} from './world.ts';

const million = 1_000_000;
let postgres: TestPostgres;
let world: World;

before(async () => {
  postgres = await startPostgres();
  world = await openWorld({databaseUrl: await postgres.createDatabase()});
  await fill(world);
});
after(async () => {
  await world?.close();
  await postgres?.stop();
});

/** Ids in the order of their age, as ours are; one in a thousand is declined. */
async function fill({database: {db}, envId}: World): Promise<void> {
  await sql`
    insert into inquiry (env_id, id, template_id, template_version_id, creator, status, step, step_state, fields, tags, version, created_at, updated_at)
    select ${envId}, 'inq_' || lpad(n::text, 22, '0'), 'itmpl_1', 'itmplv_1', 'test',
      case when n % 1000 = 7 then 'declined' else 'approved' end, 'success', '{}', '{}', '[]', 1,
      timestamptz '2020-01-01' + n * interval '1 minute', now()
    from generate_series(1, ${sql.lit(million)}) n`.execute(db);
  await sql`analyze inquiry`.execute(db);
}

interface Plan {
  'Node Type': string;
  'Actual Rows': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

/** What the server does for this page, and how many blocks it looks at. */
async function explained(filter: InquiryFilter, page: PageRequest): Promise<{nodes: Plan[]; blocks: number}> {
  const {db} = world.database;
  let node: RootOperationNode | undefined;
  const spy: KyselyPlugin = {
    transformQuery: (args) => (node = args.node),
    transformResult: (args) => Promise.resolve(args.result),
  };
  await listInquiries(db.withPlugin(spy), world.envId, filter, page);
  assert.ok(node);
  const {sql: text, parameters} = db.getExecutor().compileQuery(node, {queryId: 'explained'});
  const {rows} = await db.executeQuery<{'QUERY PLAN': {Plan: Plan & Record<string, number>}[]}>(
    CompiledQuery.raw(`explain (analyze, buffers, format json) ${text}`, [...parameters]),
  );
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
  assert.ok(plan);
  const flat = (one: Plan): Plan[] => [one, ...(one.Plans ?? []).flatMap(flat)];
  return {nodes: flat(plan), blocks: (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0)};
}

const idAt = (n: number) => `inq_${String(n).padStart(22, '0')}`;
const pages: Record<string, PageRequest> = {
  first: {size: 100},
  'in the middle': {size: 100, after: idAt(million / 2)},
  'at the far end': {size: 100, after: idAt(150)},
  backwards: {size: 100, before: idAt(million / 2)},
};

for (const [name, page] of Object.entries(pages)) {
  for (const [what, filter] of Object.entries({all: {}, 'of a rare status': {statuses: ['declined' as const]}})) {
    test(`${what}, ${name}: a page's worth of work`, async () => {
      const {nodes, blocks} = await explained(filter, page);
      assert.ok(
        nodes.every((node) => !/Seq Scan|Sort|Bitmap/.test(node['Node Type'])),
        nodes.map((node) => node['Node Type']).join(),
      );
      assert.ok(nodes.every((node) => node['Actual Rows'] <= 101 && (node['Rows Removed by Filter'] ?? 0) <= 101));
      // rows of a rare status lie one to a block
      assert.ok(blocks <= 250, `${blocks} blocks`);
    });
  }
}
