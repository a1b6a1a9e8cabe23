/** Kinds of transactions: which fields one takes, which verifications are run on them, and by what it is decided. */
import * as z from 'zod';
import {changeTransactionType, createTransactionType} from '../../../commands/change-transaction-type.ts';
import {requireTransactionType} from '../../../commands/create-transaction.ts';
import {CountersignError} from '../../../protocol/errors.ts';
import {pageParameters} from '../../../protocol/pagination.ts';
import {
  createTransactionTypeSchema,
  transactionTypeDefinitionResourceSchema,
  transactionTypeSchema,
  updateTransactionTypeSchema,
} from '../../../protocol/transaction-type.ts';
import {presentTransactionType} from '../../../storage/resources/transaction.ts';
import type {Row} from '../../../storage/schema.ts';
import {findTransactionType, listTransactionTypes} from '../../../storage/transaction-type.ts';
import {listAnswer, listSchema, oneSchema, pageRequest} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation, Call} from '../operation.ts';

const tag = 'Transaction types';
const about = {tag, query: z.strictObject({}), answers: {200: oneSchema(transactionTypeSchema)}} as const;
const reading = {method: 'get', permission: 'txn.read'} as const;

export const transactionTypeOperations: readonly AnyOperation[] = [
  operation({
    ...reading,
    id: 'list-all-transaction-types',
    path: '/transaction-types',
    tag,
    summary: 'List transaction types, newest first',
    query: z.strictObject(pageParameters),
    answers: {200: listSchema(transactionTypeSchema)},
    async handle(call) {
      const {db} = call.ctx.database;
      const page = await listTransactionTypes(db, call.envId, pageRequest('transaction-type', call.query));
      return listAnswer(call, page, presentTransactionType);
    },
  }),
  operation({
    ...about,
    ...reading,
    id: 'retrieve-a-transaction-type',
    path: '/transaction-types/{transaction-type-id}',
    summary: 'Retrieve a transaction type',
    handle: async (call) => shown(await found(call)),
  }),
  operation({
    ...about,
    ...reading,
    id: 'retrieve-the-definition-of-a-transaction-type',
    path: '/transaction-types/{transaction-type-id}/definition',
    summary: 'Retrieve what a transaction type takes, runs and decides by',
    answers: {200: oneSchema(transactionTypeDefinitionResourceSchema)},
    async handle(call) {
      const {id, definition} = await found(call);
      return {status: 200, body: {data: {type: 'transaction-type-definition', id, attributes: {definition}}}};
    },
  }),
  operation({
    ...about,
    id: 'create-a-transaction-type',
    method: 'post',
    path: '/transaction-types',
    summary: 'Create a transaction type',
    description:
      'Its verifications run in their order, each once the field of its first part is there. A definition that is not sound is refused with everything that is wrong with it.',
    permission: 'txn.write',
    creates: true,
    body: createTransactionTypeSchema,
    answers: {201: oneSchema(transactionTypeSchema)},
    handle: (call) =>
      call.write({
        work: async (w) => requireTransactionType(w, await createTransactionType(w, call.body.data.attributes)),
        subjectOf: (row) => row.env_id,
        respond: (row) => shown(row, 201),
      }),
  }),
  operation({
    ...about,
    id: 'update-a-transaction-type',
    method: 'patch',
    path: '/transaction-types/{transaction-type-id}',
    summary: 'Update a transaction type',
    description:
      'A definition takes the place of the whole one before. Transactions that are there keep their values; a field that went is told by `transaction-type.deleted-field`.',
    permission: 'txn.write',
    body: updateTransactionTypeSchema,
    handle: (call) =>
      call.write({
        work: (w) =>
          changeTransactionType(w, {typeId: call.param('transaction-type-id'), ...call.body.data.attributes}),
        subjectOf: (row) => row.env_id,
        respond: (row) => shown(row),
      }),
  }),
];

async function found(call: Call<unknown, unknown>): Promise<Row<'transaction_type'>> {
  const row = await findTransactionType(call.ctx.database.db, call.envId, call.param('transaction-type-id'));
  if (!row) throw new CountersignError('not_found');
  return row;
}

function shown(row: Row<'transaction_type'>, status: 200 | 201 = 200) {
  return {status, body: {data: presentTransactionType(row)}};
}
