/** One transaction as an answer, with what `include` asked for. */
import * as z from 'zod';
import type {Answer} from '../../commands/write.ts';
import type {Resource} from '../../protocol/resource.ts';
import {transactionLabelSchema, transactionSchema} from '../../protocol/transaction.ts';
import {transactionTypeSchema} from '../../protocol/transaction-type.ts';
import type {Reader} from '../../storage/database.ts';
import {
  presentTransaction,
  presentTransactionLabel,
  presentTransactionType,
} from '../../storage/resources/transaction.ts';
import {readTransactionRelated} from '../../storage/transaction-related.ts';
import {findTransactionType} from '../../storage/transaction-type.ts';
import type {TransactionRow} from '../../storage/transaction.ts';
import {fileUrls} from './file-url.ts';
import {oneSchema} from './list.ts';
import type {Call} from './operation.ts';

/** `reviewer` and `related-objects` give nothing yet. */
export const transactionIncludes = ['reviewer', 'transaction-label', 'transaction-type', 'related-objects'] as const;

export const transactionAnswerSchema = oneSchema(
  transactionSchema,
  z.union([transactionLabelSchema, transactionTypeSchema]),
);

/** `room`: what may come along; the reference's answers to most writes have none. */
export async function transactionAnswer(
  {ctx, envId, now, include}: Pick<Call<unknown, unknown>, 'ctx' | 'envId' | 'now' | 'include'>,
  reader: Reader,
  row: TransactionRow,
  {status = 200, room = []}: {status?: 200 | 201; room?: readonly string[]} = {},
): Promise<Answer> {
  const related = (await readTransactionRelated(reader, envId, [row.id])).get(row.id);
  const included: Resource[] = [];
  const wants = (name: string) => room.includes(name) && include.includes(name);
  if (wants('transaction-label') && related?.label) included.push(presentTransactionLabel(related.label));
  if (wants('transaction-type')) {
    const type = await findTransactionType(reader, envId, row.type_id);
    if (type) included.push(presentTransactionType(type));
  }
  const data = presentTransaction(row, related, fileUrls(ctx, envId, now));
  return {status, body: {data, ...(included.length > 0 && {included})}};
}
