/** Queries of identity traces: keyed hashes of what inquiries gave, so that the same is noticed in another one. */
import type {Insertable} from 'kysely';
import type {TraceKind} from '../domain/identity-trace.ts';
import type {Reader, Tx} from './database.ts';
import type {Row, Tables} from './schema.ts';

/** How many meetings of one value are counted; a value that is met more often is told as this many. */
export const mostMeetings = 500;

/** What an inquiry gave before stands; the same given again changes nothing. */
export async function insertTraces(
  tx: Tx,
  envId: string,
  rows: readonly Omit<Insertable<Tables['identity_trace']>, 'env_id'>[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('identity_trace')
    .values(rows.map((row) => ({...row, env_id: envId})))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Where one value was met in other inquiries, newest first. */
export function listTraceMeetings(
  reader: Reader,
  of: {envId: string; kind: TraceKind; hash: Buffer; exceptInquiryId: string},
): Promise<Pick<Row<'identity_trace'>, 'inquiry_id' | 'account_id' | 'created_at'>[]> {
  return reader
    .selectFrom('identity_trace')
    .select(['inquiry_id', 'account_id', 'created_at'])
    .where('env_id', '=', of.envId)
    .where('kind', '=', of.kind)
    .where('hash', '=', of.hash)
    .where('inquiry_id', '!=', of.exceptInquiryId)
    .orderBy('created_at', 'desc')
    .limit(mostMeetings)
    .execute();
}

/** What an inquiry left before it had an account is that account's from now on: traces, document numbers and its face. */
export async function giveTraces(tx: Tx, to: {envId: string; inquiryId: string; accountId: string}): Promise<void> {
  for (const table of ['identity_trace', 'document_number', 'face_template'] as const) {
    await tx
      .updateTable(table)
      .set({account_id: to.accountId})
      .where('env_id', '=', to.envId)
      .where('inquiry_id', '=', to.inquiryId)
      .where('account_id', 'is', null)
      .execute();
  }
}
