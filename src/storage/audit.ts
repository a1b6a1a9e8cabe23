import type {Insertable} from 'kysely';
import type {Tx} from './database.ts';
import type {Tables} from './schema.ts';

export async function insertAudits(tx: Tx, rows: Insertable<Tables['audit']>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('audit').values(rows).execute();
}
