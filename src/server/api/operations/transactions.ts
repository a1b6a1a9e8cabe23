/** Transactions: what is judged with no person in a flow. */
import * as z from 'zod';
import {advanceTransaction} from '../../../commands/advance-transaction.ts';
import {changeTransaction, holdTransaction} from '../../../commands/change-transaction.ts';
import {createTransaction} from '../../../commands/create-transaction.ts';
import type {SealedFile} from '../../../commands/given-file.ts';
import {
  addTransactionRelation,
  labelTransaction,
  removeTransactionRelation,
} from '../../../commands/mark-transaction.ts';
import {redactTransaction, redactTransactionBiometrics} from '../../../commands/redact-transaction.ts';
import type {Write} from '../../../commands/write.ts';
import {CountersignError} from '../../../protocol/errors.ts';
import {largestRequestWithFiles} from '../../../protocol/given-file.ts';
import {newId} from '../../../protocol/ids.ts';
import {pageParameters} from '../../../protocol/pagination.ts';
import {
  createTransactionSchema,
  labelTransactionSchema,
  relateTransactionSchema,
  transactionSchema,
  updateTransactionSchema,
} from '../../../protocol/transaction.ts';
import {presentTransaction} from '../../../storage/resources/transaction.ts';
import {readTransactionRelated} from '../../../storage/transaction-related.ts';
import {findTransactionType} from '../../../storage/transaction-type.ts';
import {findTransaction, listTransactions} from '../../../storage/transaction.ts';
import type {TransactionRow} from '../../../storage/transaction.ts';
import {fileUrls} from '../file-url.ts';
import {listAnswer, listSchema, pageRequest} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation} from '../operation.ts';
import {tagOperations} from '../tag-operations.ts';
import {fieldKeys, sealFieldFiles} from '../transaction-files.ts';
import {transactionAnswer, transactionAnswerSchema, transactionIncludes} from '../transaction-answer.ts';

const about = {
  tag: 'Transactions',
  permission: 'txn.write',
  includes: transactionIncludes,
  query: z.strictObject({}),
  answers: {200: transactionAnswerSchema},
} as const;
const reading = {method: 'get', permission: 'txn.read'} as const;

export const transactionOperations: readonly AnyOperation[] = [
  operation({
    ...reading,
    id: 'list-all-transactions',
    path: '/transactions',
    tag: 'Transactions',
    summary: 'List transactions, newest first',
    query: z.strictObject({
      ...pageParameters,
      'filter[reference-id]': z.string().max(255).optional().meta({description: 'Those of one reference id.'}),
      'filter[transaction-type-id]': z.string().max(100).optional().meta({description: 'Those of one type.'}),
      'filter[identifier][key]': z.string().max(60).optional().meta({description: 'A field, together with its value.'}),
      'filter[identifier][value]': z.string().max(1000).optional().meta({description: 'Its value.'}),
    }),
    answers: {200: listSchema(transactionSchema)},
    async handle(call) {
      const {db} = call.ctx.database;
      const {'filter[identifier][key]': key, 'filter[identifier][value]': value} = call.query;
      if ((key === undefined) !== (value === undefined)) {
        const pointer = key === undefined ? 'filter[identifier][key]' : 'filter[identifier][value]';
        throw new CountersignError('invalid_parameter', {details: 'expected a key and a value', pointer});
      }
      const filter = {
        referenceId: call.query['filter[reference-id]'],
        typeId: call.query['filter[transaction-type-id]'],
        ...(key !== undefined && value !== undefined && {identifier: {key, value}}),
      };
      const page = await listTransactions(db, call.envId, filter, pageRequest('transaction', call.query));
      const ids = page.items.map(({id}) => id);
      const related = await readTransactionRelated(db, call.envId, ids);
      const urls = fileUrls(call.ctx, call.envId, call.now);
      return listAnswer(call, page, (row) => presentTransaction(row, related.get(row.id), urls));
    },
  }),
  operation({
    ...about,
    id: 'create-a-transaction',
    method: 'post',
    path: '/transactions',
    summary: 'Create a transaction',
    description:
      'Files come inline; the verifications of its type begin at once. `transaction.status-updated` tells what became of it.',
    creates: true,
    largestBodyBytes: largestRequestWithFiles,
    body: createTransactionSchema,
    answers: {201: transactionAnswerSchema},
    handle: (call) => {
      const {'transaction-type-id': typeId, 'reference-id': referenceId, tags} = call.body.data.attributes;
      const fields = fieldKeys(call.body.data.attributes.fields ?? {});
      const id = newId('transaction', call.now.getTime());
      let given: {fields: Record<string, unknown>; files: readonly SealedFile[]} = {fields, files: []};
      return call.write({
        prepare: async () => {
          const type = await findTransactionType(call.ctx.database.db, call.envId, typeId);
          // that there is none is told by the command
          if (type) given = await sealFieldFiles(call, id, type.definition, fields);
        },
        work: (w) => createTransaction(w, {id, typeId, referenceId, tags, ...given}),
        subjectOf: (row) => row.id,
        respond: (row, w) => transactionAnswer(call, w.tx, row, {status: 201}),
      });
    },
  }),
  operation({
    ...about,
    ...reading,
    id: 'retrieve-a-transaction',
    path: '/transactions/{transaction-id}',
    summary: 'Retrieve a transaction',
    async handle(call) {
      const {db} = call.ctx.database;
      const row = await findTransaction(db, call.envId, call.param('transaction-id'));
      if (!row) throw new CountersignError('not_found');
      return transactionAnswer(call, db, row, {room: transactionIncludes});
    },
  }),
  operation({
    ...about,
    id: 'update-a-transaction',
    method: 'patch',
    path: '/transactions/{transaction-id}',
    summary: 'Update a transaction',
    description:
      'Only what is given changes; fields are merged key by key. While it is `created`, a file that a verification waits for begins it.',
    largestBodyBytes: largestRequestWithFiles,
    body: updateTransactionSchema,
    handle: (call) => {
      const {fields: written, status, 'reference-id': referenceId, label, tags} = call.body.data.attributes;
      const fields = written && fieldKeys(written);
      const transactionId = call.param('transaction-id');
      let given: {fields?: Record<string, unknown>; files: readonly SealedFile[]} = {
        ...(fields && {fields}),
        files: [],
      };
      return call.write({
        prepare: async () => {
          const {db} = call.ctx.database;
          const row = fields && (await findTransaction(db, call.envId, transactionId));
          const type = row && (await findTransactionType(db, call.envId, row.type_id));
          if (type && row.redacted_at === null) given = await sealFieldFiles(call, row.id, type.definition, fields);
        },
        work: async (w) => {
          const row = await holdTransaction(w, transactionId);
          const change = {...given, status, referenceId, ...(tags && {tags: {type: 'set' as const, names: tags}})};
          const changed = await changeTransaction(w, row, change);
          const labelled = label === undefined ? changed : await labelTransaction(w, {transactionId, label});
          return advanceTransaction(w, labelled);
        },
        subjectOf: (row) => row.id,
        respond: (row, w) => transactionAnswer(call, w.tx, row, {room: ['transaction-label']}),
      });
    },
  }),
  operation({
    ...about,
    id: 'redact-a-transaction',
    method: 'delete',
    path: '/transactions/{transaction-id}',
    summary: 'Redact a transaction',
    description: 'Forgets its fields and files, and what its verifications found. That there was one remains.',
    handle: (call) =>
      call.write({
        work: (w) => redactTransaction(w, {transactionId: call.param('transaction-id')}),
        subjectOf: (row) => row.env_id,
        respond: (row, w) => transactionAnswer(call, w.tx, row),
      }),
  }),
  operation({
    ...about,
    id: 'redact-transaction-biometrics',
    method: 'post',
    path: '/transactions/{transaction-id}/redact-biometrics',
    summary: 'Redact the faces of a transaction',
    description: 'Selfies with their pictures and what was measured of them; documents stay.',
    handle: (call) =>
      call.write({
        work: (w) => redactTransactionBiometrics(w, {transactionId: call.param('transaction-id')}),
        subjectOf: (row) => row.id,
        respond: (row, w) => transactionAnswer(call, w.tx, row),
      }),
  }),
  operation({
    ...about,
    id: 'label-a-transaction',
    method: 'post',
    path: '/transactions/{transaction-id}/label',
    summary: 'Label a transaction',
    description: 'What a model of yours, or a person, calls it; a later label takes the place of the first.',
    body: labelTransactionSchema,
    handle: (call) => {
      const {label, score, 'model-version': modelVersion} = call.body.meta;
      return call.write({
        work: (w) => labelTransaction(w, {transactionId: call.param('transaction-id'), label, score, modelVersion}),
        subjectOf: (row) => row.id,
        respond: (row, w) => transactionAnswer(call, w.tx, row, {room: ['transaction-label']}),
      });
    },
  }),
  relation('add-relation', 'Relate a transaction to an account or another transaction', addTransactionRelation),
  relation('remove-relation', 'Take a relation of a transaction away', removeTransactionRelation),
  ...tagOperations<TransactionRow>({
    id: 'a-transaction',
    path: '/transactions/{transaction-id}',
    tag: 'Transactions',
    noun: 'a transaction',
    permission: 'txn.write',
    includes: transactionIncludes,
    answer: transactionAnswerSchema,
    change: async (w, id, tags) => changeTransaction(w, await holdTransaction(w, id), {tags}),
    subjectOf: ({id}) => id,
    respond: (row, call, w) => transactionAnswer(call, w.tx, row),
  }),
];

function relation(
  verb: string,
  summary: string,
  change: (w: Write, input: {transactionId: string; key: string; targetId: string}) => Promise<TransactionRow>,
): AnyOperation {
  return operation({
    ...about,
    id: `${verb}-of-a-transaction`,
    method: 'post',
    path: `/transactions/{transaction-id}/${verb}`,
    summary,
    body: relateTransactionSchema,
    handle: (call) => {
      const {'relation-schema-key': key, 'target-object-id': targetId} = call.body.meta;
      return call.write({
        work: (w) => change(w, {transactionId: call.param('transaction-id'), key, targetId}),
        subjectOf: (row) => row.id,
        respond: (row, w) => transactionAnswer(call, w.tx, row),
      });
    },
  });
}
