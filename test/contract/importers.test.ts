/** How far an import is, as others see it meanwhile: told where they can ask, and nothing of it is there before all of it is. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Context} from '../../src/commands/context.ts';
import {createImporter, runImporter} from '../../src/commands/run-importer.ts';
import {write} from '../../src/commands/write.ts';
import {findImporter} from '../../src/storage/importer.ts';
import {onEachDatabase} from './each-database.ts';

const rows = 1200;

onEachDatabase((world) => {
  test('an import of accounts tells how far it is and shows none before all are written', async () => {
    const {database, envId, keyring, queue, log, now} = world();
    const ctx = {database, keyring, queue, log, now} as unknown as Context;
    const scope = {envId, actor: {type: 'system', id: 'test'} as const, requestId: 'req_1'};
    const file = Buffer.from(['reference-id', ...Array.from({length: rows}, (_, i) => `imported-${i}`)].join('\n'));
    const importer = await write(ctx, scope, (w) => createImporter(w, {kind: 'account', file}));

    const seen = new Set<number>();
    let running = true;
    const done = runImporter(ctx, {envId, importerId: importer.id}, {id: 'job_1'}).finally(() => (running = false));
    while (running) {
      const [row, accounts] = await Promise.all([findImporter(database.db, envId, importer.id), countAccounts()]);
      if (row?.status === 'pending') seen.add(row.successful_count);
      assert.ok(accounts === 0 || accounts === rows, `${accounts} accounts are to be seen`);
    }
    await done;

    if (database.kind === 'server') assert.ok(seen.has(500) && seen.has(1000), `told ${[...seen].join(', ')}`);
    const ended = await findImporter(database.db, envId, importer.id);
    assert.deepEqual([ended?.status, ended?.successful_count, await countAccounts()], ['ready', rows, rows]);

    async function countAccounts(): Promise<number> {
      const {count} = await database.db
        .selectFrom('account')
        .select((query) => query.fn.countAll<number>().as('count'))
        .where('env_id', '=', envId)
        .where('reference_id', 'like', 'imported-%')
        .executeTakeFirstOrThrow();
      return count;
    }
  });
});
