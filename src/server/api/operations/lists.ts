/** Lists of every kind and their items: one table of kinds, the same operations for each. */
import * as z from 'zod';
import {archiveList, archiveListItem, createList, createListItem, openListItem} from '../../../commands/create-list.ts';
import type {Answer} from '../../../commands/write.ts';
import {CountersignError} from '../../../protocol/errors.ts';
import {
  createListItemSchema,
  createListSchema,
  listItemSchema,
  listItemValueSchema,
  listKindNames,
  listKinds,
  listSchema,
  listStatuses,
} from '../../../protocol/list.ts';
import type {ListKind} from '../../../protocol/list.ts';
import {pageParameters} from '../../../protocol/pagination.ts';
import type {Reader} from '../../../storage/database.ts';
import {findList, findListItem, listLists} from '../../../storage/list.ts';
import type {ListItemRow} from '../../../storage/list.ts';
import {presentList, presentListItem} from '../../../storage/resources/list.ts';
import {listAnswer, listSchema as pageOf, oneSchema, pageRequest} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation, Call} from '../operation.ts';

const writes = {tag: 'Lists', permission: 'list.write', query: z.strictObject({})} as const;
const reads = {tag: 'Lists', permission: 'list.read'} as const;

export const listOperations: readonly AnyOperation[] = [
  operation({
    ...reads,
    id: 'list-all-lists',
    method: 'get',
    path: '/lists',
    summary: 'List lists, newest first',
    query: z.strictObject({
      ...pageParameters,
      'filter[status]': z.enum(listStatuses).optional().meta({description: 'Lists of this status.'}),
    }),
    answers: {200: pageOf(listSchema)},
    async handle(call) {
      const filter = {status: call.query['filter[status]']};
      const page = await listLists(call.ctx.database.db, call.envId, filter, pageRequest('list', call.query));
      return listAnswer(call, page, presentList);
    },
  }),
  operation({
    ...reads,
    id: 'retrieve-a-list',
    method: 'get',
    path: '/lists/{list-id}',
    summary: 'Retrieve a list',
    query: z.strictObject({}),
    answers: {200: oneSchema(listSchema)},
    async handle(call) {
      const row = await findList(call.ctx.database.db, call.envId, call.param('list-id'));
      if (!row) throw new CountersignError('not_found');
      return {status: 200, body: {data: presentList(row)}};
    },
  }),
  operation({
    ...writes,
    id: 'archive-a-list',
    method: 'delete',
    path: '/lists/{list-id}',
    summary: 'Archive a list',
    description: 'It matches nothing any more, and stays readable.',
    answers: {200: oneSchema(listSchema)},
    handle: (call) =>
      call.write({
        work: (w) => archiveList(w, {listId: call.param('list-id')}),
        subjectOf: (row) => row.env_id,
        respond: (row) => ({status: 200, body: {data: presentList(row)}}),
      }),
  }),
  ...listKindNames.flatMap(operationsOf),
];

function operationsOf(kind: ListKind): AnyOperation[] {
  const {plural, noun} = listKinds[kind];
  return [
    operation({
      ...writes,
      id: `create-a-list-of-${plural}`,
      method: 'post',
      path: `/list/${plural}`,
      aliases: [`/lists/${plural}`],
      summary: `Create a list of ${plural.replaceAll('-', ' ')}`,
      creates: true,
      body: createListSchema(kind),
      answers: {201: oneSchema(listSchema)},
      handle: (call) => {
        const {name, 'allow-fuzzy-name-first': allowFuzzy} = call.body.data.attributes;
        return call.write({
          work: (w) => createList(w, {kind, name, allowFuzzy}),
          subjectOf: (row) => row.env_id,
          respond: (row) => ({status: 201, body: {data: presentList(row)}}),
        });
      },
    }),
    operation({
      ...writes,
      id: `create-a-list-item-${kind}`,
      method: 'post',
      path: `/list-item/${plural}`,
      summary: `Put a ${noun} on a list`,
      creates: true,
      body: createListItemSchema(kind),
      answers: {201: oneSchema(listItemSchema)},
      handle: (call) => {
        const {'list-id': listId, ...value} = call.body.data.attributes;
        return call.write({
          work: (w) => createListItem(w, {kind, listId, value: listItemValueSchema(kind).parse(value)}),
          subjectOf: (row) => row.env_id,
          respond: (row, w) => itemAnswer(call, w.tx, row, 201),
        });
      },
    }),
    operation({
      ...reads,
      id: `retrieve-a-list-item-${kind}`,
      method: 'get',
      path: `/list-item/${plural}/{list-item-id}`,
      summary: `Retrieve a ${noun} of a list`,
      query: z.strictObject({}),
      answers: {200: oneSchema(listItemSchema)},
      async handle(call) {
        const {db} = call.ctx.database;
        const row = await findListItem(db, call.envId, {id: call.param('list-item-id'), kind});
        if (!row) throw new CountersignError('not_found');
        return itemAnswer(call, db, row, 200);
      },
    }),
    operation({
      ...writes,
      id: `archive-a-list-item-${kind}`,
      method: 'delete',
      path: `/list-item/${plural}/{list-item-id}`,
      summary: `Take a ${noun} off a list`,
      answers: {200: oneSchema(listItemSchema)},
      handle: (call) =>
        call.write({
          work: (w) => archiveListItem(w, {kind, itemId: call.param('list-item-id')}),
          subjectOf: (row) => row.env_id,
          respond: (row, w) => itemAnswer(call, w.tx, row, 200),
        }),
    }),
  ];
}

async function itemAnswer(
  {ctx}: Pick<Call<unknown, unknown>, 'ctx'>,
  reader: Reader,
  row: ListItemRow,
  status: 200 | 201,
): Promise<Answer> {
  const value = await openListItem({reader, keyring: ctx.keyring}, row);
  return {status, body: {data: presentListItem(row, value)}};
}
