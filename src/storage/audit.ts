import {batchOf} from './batch.ts';
import type {Tx} from './database.ts';
import type {Row} from './schema.ts';

/** Written with what else waits in this transaction. */
export function insertAudit(tx: Tx, row: Row<'audit'>): void {
  batchOf(tx).insert('audit', row);
}
