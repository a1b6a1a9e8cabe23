/** What is done to accounts that are there: finding, changing, tagging, relating, merging, forgetting. */
import * as z from 'zod';
import {consolidateAccounts} from '../../../commands/consolidate-accounts.ts';
import {redactAccount} from '../../../commands/redact-account.ts';
import {addAccountRelation, removeAccountRelation, targetTypeOf} from '../../../commands/relate-account.ts';
import type {AccountRelationInput} from '../../../commands/relate-account.ts';
import {changeAccountTags, updateAccount} from '../../../commands/update-account.ts';
import type {Write} from '../../../commands/write.ts';
import {
  accountRelationSchema,
  accountSchema,
  accountTypeSchema,
  consolidateAccountsSchema,
  updateAccountSchema,
} from '../../../protocol/account.ts';
import {CountersignError} from '../../../protocol/errors.ts';
import {pageParameters} from '../../../protocol/pagination.ts';
import {searchSchema} from '../../../protocol/search.ts';
import {listRelatedAccounts} from '../../../storage/account-relation.ts';
import {findAccount} from '../../../storage/account.ts';
import {accountTypeId, presentAccount} from '../../../storage/resources/account.ts';
import {presentAccountType} from '../../../storage/resources/account-type.ts';
import type {Row} from '../../../storage/schema.ts';
import {searchAccounts} from '../../../storage/search-accounts.ts';
import {accountAnswer, accountAnswerSchema, accountIncludes} from '../account-answer.ts';
import {listAnswer, listSchema, momentParameter, oneSchema, pageRequest} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation} from '../operation.ts';
import {searchPage, searchQuery, searchSort} from '../search-page.ts';
import {tagOperations} from '../tag-operations.ts';

const about = {tag: 'Accounts', permission: 'account.write', includes: accountIncludes} as const;

export const accountUpkeepOperations: readonly AnyOperation[] = [
  operation({
    ...about,
    id: 'update-an-account',
    method: 'patch',
    path: '/accounts/{account-id}',
    summary: 'Update an account',
    description: 'Only what is given changes; fields are merged key by key, a `null` clears one.',
    query: z.strictObject({}),
    body: updateAccountSchema,
    answers: {200: accountAnswerSchema},
    handle: (call) => {
      const {
        'reference-id': referenceId,
        'account-status': status,
        tags,
        fields = {},
        ...flat
      } = call.body.data?.attributes ?? {};
      const written = {...flat, ...fields};
      return call.write({
        work: (w) =>
          updateAccount(w, {
            accountId: call.param('account-id'),
            ...(referenceId !== undefined && {referenceId}),
            ...(status !== undefined && {status}),
            ...(tags && {tags: {type: 'set', names: tags}}),
            ...(Object.keys(written).length > 0 && {fields: written}),
          }),
        subjectOf: ({id}) => id,
        respond: (row) => accountAnswer(call, row),
      });
    },
  }),
  operation({
    ...about,
    id: 'redact-an-account',
    method: 'delete',
    path: '/accounts/{account-id}',
    summary: 'Redact an account',
    description:
      'Forgets the person with every inquiry of theirs. The id remains, so that your records still lead somewhere.',
    query: z.strictObject({}),
    answers: {200: accountAnswerSchema},
    handle: (call) =>
      call.write({
        work: (w) => redactAccount(w, {accountId: call.param('account-id')}),
        subjectOf: ({env_id: envId}) => envId,
        respond: (row) => accountAnswer(call, row),
      }),
  }),
  ...tagOperations({
    id: 'an-account',
    path: '/accounts/{account-id}',
    tag: 'Accounts',
    noun: 'an account',
    permission: 'account.write',
    includes: accountIncludes,
    answer: accountAnswerSchema,
    change: (w, accountId, change) => changeAccountTags(w, {accountId, change}),
    subjectOf: ({id}) => id,
    respond: (row, call) => accountAnswer(call, row),
  }),
  relation('add-relation', 'Relate an account to another', addAccountRelation),
  relation('remove-relation', 'Take a relation away', removeAccountRelation),
  operation({
    ...about,
    id: 'list-account-relations',
    method: 'get',
    path: '/accounts/{account-id}/relations',
    summary: 'List what an account is related to',
    permission: 'account.read',
    query: z.strictObject({
      ...pageParameters,
      'filter[key]': z.string().min(1).max(100).meta({description: 'The relation; required.'}),
      'filter[created-at-start]': momentParameter.optional().meta({description: 'Related at this moment or later.'}),
      'filter[created-at-end]': momentParameter.optional().meta({description: 'Related at this moment or earlier.'}),
    }),
    answers: {200: listSchema(accountSchema)},
    async handle(call) {
      const {db} = call.ctx.database;
      const account = await findAccount(db, call.envId, call.param('account-id'));
      if (!account) throw new CountersignError('not_found');
      const key = call.query['filter[key]'];
      targetTypeOf(key, 'filter[key]');
      const page = await listRelatedAccounts(
        db,
        call.envId,
        {
          accountId: account.id,
          key,
          createdFrom: call.query['filter[created-at-start]'],
          createdUntil: call.query['filter[created-at-end]'],
        },
        pageRequest('account', call.query),
      );
      return listAnswer(call, page, presentAccount);
    },
  }),
  operation({
    ...about,
    id: 'consolidate-accounts',
    method: 'post',
    path: '/accounts/{account-id}/consolidate',
    summary: 'Merge other accounts into this one',
    description:
      'Their inquiries and relations move here; attributes stay as they are. The others are archived for good and take nothing new.',
    query: z.strictObject({}),
    body: consolidateAccountsSchema,
    answers: {202: accountAnswerSchema},
    handle: (call) =>
      call.write({
        work: (w) =>
          consolidateAccounts(w, {
            accountId: call.param('account-id'),
            sourceIds: call.body.meta['source-account-ids'],
          }),
        subjectOf: ({id}) => id,
        respond: (row) => accountAnswer(call, row, 202),
      }),
  }),
  operation({
    id: 'search-accounts',
    method: 'post',
    path: '/accounts/search',
    tag: 'Accounts',
    summary: 'Search accounts',
    description:
      'By `type`, `status`, `created_at`, `updated_at`, `reference_id` and `fields.<key>` (such as `fields.name_last`), with `eq`, `gt`, `gte`, `lt`, `lte`. What was written is found at once. To follow a link of the answer, send the same body there.',
    permission: 'account.read',
    query: searchQuery,
    body: searchSchema,
    answers: {200: listSchema(accountSchema)},
    async handle(call) {
      const search = {clause: call.body.query, sort: searchSort(call.body)};
      const request = searchPage('account', call.query, call.body);
      const page = await searchAccounts(call.ctx.database.db, call.envId, search, request);
      return listAnswer(call, page, presentAccount);
    },
  }),
  operation({
    id: 'retrieve-an-account-type',
    method: 'get',
    path: '/account-types/{account-type-id}',
    tag: 'Accounts',
    summary: 'Retrieve an account type',
    description: 'Every environment has one; its fields and relations are those of its accounts.',
    permission: 'account.read',
    query: z.strictObject({}),
    answers: {200: oneSchema(accountTypeSchema)},
    handle(call) {
      if (call.param('account-type-id') !== accountTypeId(call.envId)) throw new CountersignError('not_found');
      return Promise.resolve({status: 200, body: {data: presentAccountType(call.caller.environment)}});
    },
  }),
];

function relation(
  verb: 'add-relation' | 'remove-relation',
  summary: string,
  change: (w: Write, input: AccountRelationInput) => Promise<Row<'account'>>,
): AnyOperation {
  return operation({
    ...about,
    id: `${verb}-of-an-account`,
    method: 'post',
    path: `/accounts/{account-id}/${verb}`,
    summary,
    query: z.strictObject({}),
    body: accountRelationSchema,
    answers: {200: accountAnswerSchema},
    handle: (call) =>
      call.write({
        work: (w) =>
          change(w, {
            accountId: call.param('account-id'),
            key: call.body.meta['relation-schema-key'],
            targetId: call.body.meta['target-object-id'],
          }),
        subjectOf: ({id}) => id,
        respond: (row) => accountAnswer(call, row),
      }),
  });
}
