import type {Insertable} from 'kysely';
import type {Reader, Tx} from './database.ts';
import type {Row, Tables} from './schema.ts';

export async function insertAudits(tx: Tx, rows: Insertable<Tables['audit']>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('audit').values(rows).execute();
}

/** What was done to one object, oldest first. */
export function listAuditsOf(reader: Reader, envId: string, objectId: string): Promise<Row<'audit'>[]> {
  return reader
    .selectFrom('audit')
    .selectAll()
    .where('env_id', '=', envId)
    .where('object_id', '=', objectId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}
