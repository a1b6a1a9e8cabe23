/** Queries of the keyed hashes of document numbers: which inquiries read the same number, and of whom. */
import type {Insertable} from 'kysely';
import type {Reader, Tx} from './database.ts';
import {mostMeetings} from './identity-trace.ts';
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

/** Other inquiries that read a number which this one read too, newest first; counted as far as identity traces are. */
export function listDocumentMeetings(
  reader: Reader,
  of: {envId: string; inquiryId: string},
): Promise<Pick<Row<'document_number'>, 'inquiry_id' | 'account_id' | 'created_at'>[]> {
  return reader
    .selectFrom('document_number')
    .select(['inquiry_id', 'account_id', 'created_at'])
    .where('env_id', '=', of.envId)
    .where('inquiry_id', '!=', of.inquiryId)
    .where('number_hash', 'in', (own) =>
      own
        .selectFrom('document_number')
        .select('number_hash')
        .where('env_id', '=', of.envId)
        .where('inquiry_id', '=', of.inquiryId),
    )
    .orderBy('created_at', 'desc')
    .limit(mostMeetings)
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
