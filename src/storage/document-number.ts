/** Queries of the keyed hashes of document numbers: which inquiries read the same number, and of whom. */
import type {Insertable} from 'kysely';
import type {Reader, Tx} from './database.ts';
import type {Row, Tables} from './schema.ts';

/** How many earlier submissions of one number are compared; somebody who tries more often is known by then. */
const most = 100;

/** Of other inquiries, newest first. */
export function listDocumentNumbers(
  reader: Reader,
  of: {envId: string; numberHash: Buffer; exceptInquiryId: string},
): Promise<Row<'document_number'>[]> {
  return reader
    .selectFrom('document_number')
    .selectAll()
    .where('env_id', '=', of.envId)
    .where('number_hash', '=', of.numberHash)
    .where('inquiry_id', '!=', of.exceptInquiryId)
    .orderBy('created_at', 'desc')
    .limit(most)
    .execute();
}

/** The first reading of a number in an inquiry stands; the same document taken again changes nothing. */
export async function insertDocumentNumber(tx: Tx, row: Insertable<Tables['document_number']>): Promise<void> {
  await tx
    .insertInto('document_number')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
