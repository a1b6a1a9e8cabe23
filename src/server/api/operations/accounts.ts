import * as z from 'zod';
import {createAccount} from '../../../commands/create-account.ts';
import type {CreateAccount} from '../../../commands/create-account.ts';
import {accountSchema, createAccountSchema} from '../../../protocol/account.ts';
import type {CreateAccountRequest} from '../../../protocol/account.ts';
import {CountersignError} from '../../../protocol/errors.ts';
import {pageParameters} from '../../../protocol/pagination.ts';
import {findAccount} from '../../../storage/account.ts';
import {listAccountsByReference} from '../../../storage/account-list.ts';
import {presentAccount} from '../../../storage/resources/account.ts';
import {accountAnswer, accountAnswerSchema, accountIncludes} from '../account-answer.ts';
import {listAnswer, listSchema, pageRequest} from '../list.ts';
import {operation} from '../operation.ts';
import {commaList} from '../query.ts';
import type {AnyOperation} from '../operation.ts';

export const accountOperations: readonly AnyOperation[] = [
  operation({
    id: 'list-all-accounts',
    method: 'get',
    path: '/accounts',
    tag: 'Accounts',
    summary: 'List accounts, newest first',
    permission: 'account.read',
    query: z.strictObject({
      ...pageParameters,
      'filter[reference-id]': z
        .string()
        .max(255)
        .optional()
        .meta({description: 'The account with this name of yours.'}),
    }),
    answers: {200: listSchema(accountSchema)},
    async handle(call) {
      const referenceId = call.query['filter[reference-id]'];
      // a reference id may contain commas itself, so the whole is looked for as well
      const referenceIds = referenceId === undefined ? undefined : [referenceId, ...commaList(referenceId)];
      const page = await listAccountsByReference(
        call.ctx.database.db,
        call.envId,
        {...(referenceIds && {referenceIds})},
        pageRequest('account', call.query),
      );
      return listAnswer(call, page, presentAccount);
    },
  }),
  operation({
    id: 'create-an-account',
    method: 'post',
    path: '/accounts',
    tag: 'Accounts',
    summary: 'Create an account',
    description: 'With `meta.upsert-by` an account that has the reference id is updated instead and the answer is 200.',
    permission: 'account.write',
    includes: accountIncludes,
    creates: true,
    query: z.strictObject({}),
    body: createAccountSchema,
    answers: {200: accountAnswerSchema, 201: accountAnswerSchema},
    handle: (call) =>
      call.write({
        work: (w) => createAccount(w, creationOf(call.body)),
        subjectOf: ({account}) => account.id,
        respond: ({account, created}) => accountAnswer(call, account, created ? 201 : 200),
      }),
  }),
  operation({
    id: 'retrieve-an-account',
    method: 'get',
    path: '/accounts/{account-id}',
    tag: 'Accounts',
    summary: 'Retrieve an account',
    permission: 'account.read',
    includes: accountIncludes,
    query: z.strictObject({}),
    answers: {200: accountAnswerSchema},
    async handle(call) {
      const row = await findAccount(call.ctx.database.db, call.envId, call.param('account-id'));
      if (!row) throw new CountersignError('not_found');
      return accountAnswer(call, row);
    },
  }),
];

function creationOf({data, meta}: CreateAccountRequest): CreateAccount {
  const {
    'account-type-id': accountTypeId,
    'account-status': status,
    'reference-id': referenceId,
    tags,
    fields = {},
    ...flat
  } = data?.attributes ?? {};
  const written = {...flat, ...fields};
  return {
    ...(accountTypeId !== undefined && {accountTypeId}),
    ...(status !== undefined && {status}),
    ...(referenceId !== undefined && referenceId !== null && {referenceId}),
    ...(tags && {tags}),
    ...(Object.keys(written).length > 0 && {fields: written}),
    ...(meta?.['upsert-by'] && {upsertBy: meta['upsert-by']}),
  };
}
