/** Queries of imports. */
import type {Insertable, Updateable} from 'kysely';
import type {Page, PageRequest} from '../protocol/pagination.ts';
import type {Reader, Tx} from './database.ts';
import {fetchPage} from './page.ts';
import type {Row, Tables} from './schema.ts';

export function insertImporter(tx: Tx, row: Insertable<Tables['importer']>): Promise<Row<'importer'>> {
  return tx.insertInto('importer').values(row).returningAll().executeTakeFirstOrThrow();
}

export function findImporter(reader: Reader, envId: string, id: string): Promise<Row<'importer'> | undefined> {
  return reader.selectFrom('importer').selectAll().where('env_id', '=', envId).where('id', '=', id).executeTakeFirst();
}

/** Those of data sets are not among them: clients of the reference API know no such kind. */
export function listImporters(reader: Reader, envId: string, page: PageRequest): Promise<Page<Row<'importer'>>> {
  return fetchPage(page, ({where, order, limit}) =>
    reader
      .selectFrom('importer')
      .selectAll()
      .where('env_id', '=', envId)
      .where('kind', '!=', 'data-set')
      .where(where)
      .orderBy(order)
      .limit(limit)
      .execute(),
  );
}

/** How many records of it are written, while others still are. */
export async function countImported(reader: Reader, envId: string, id: string, count: number): Promise<void> {
  await reader
    .updateTable('importer')
    .set({successful_count: count})
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .execute();
}

/** Ends one that still waits, once; false where another run did. */
export async function settleImporter(
  tx: Tx,
  envId: string,
  id: string,
  end: Pick<
    Updateable<Tables['importer']>,
    'status' | 'successful_count' | 'duplicate_count' | 'error_count' | 'errors' | 'completed_at'
  >,
): Promise<boolean> {
  const {numUpdatedRows} = await tx
    .updateTable('importer')
    .set({...end, content: null})
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
