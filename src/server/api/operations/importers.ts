/** Imports of accounts and list items from CSV, given as base64 in JSON or as a multipart form. */
import * as z from 'zod';
import {createImporter} from '../../../commands/run-importer.ts';
import {CountersignError} from '../../../protocol/errors.ts';
import {
  dataSetSchema,
  importAccountsSchema,
  importDataSetSchema,
  importedListKinds,
  importerErrorSchema,
  importerSchema,
  importListItemsSchema,
} from '../../../protocol/importer.ts';
import {listKinds} from '../../../protocol/list.ts';
import {pageParameters} from '../../../protocol/pagination.ts';
import {listDataSets} from '../../../storage/data-set.ts';
import {findImporter, listImporters} from '../../../storage/importer.ts';
import {presentImporter} from '../../../storage/resources/importer.ts';
import {listAnswer, listSchema, oneSchema, pageRequest} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation} from '../operation.ts';

/** Of the request; a file is a third larger in base64. */
const largestFileBytes = 16 * 1024 * 1024;
const mostErrorsShown = 1000;

const creating = {
  method: 'post',
  tag: 'Importers',
  query: z.strictObject({}),
  creates: true,
  largestBodyBytes: largestFileBytes,
  description:
    'CSV in UTF-8 with a header, as base64 or as a multipart form. A worker reads it; it is imported as a whole, or, where a row does not fit, not at all.',
  answers: {201: oneSchema(importerSchema)},
} as const;

export const importerOperations: readonly AnyOperation[] = [
  operation({
    id: 'list-all-importers',
    method: 'get',
    path: '/importers',
    tag: 'Importers',
    summary: 'List imports, newest first',
    permission: 'list.read',
    query: z.strictObject(pageParameters),
    answers: {200: listSchema(importerSchema)},
    async handle(call) {
      const page = await listImporters(call.ctx.database.db, call.envId, pageRequest('importer', call.query));
      return listAnswer(call, page, presentImporter);
    },
  }),
  operation({
    id: 'retrieve-an-importer',
    method: 'get',
    path: '/importers/{importer-id}',
    aliases: ['/importer/{importer-id}', '/importer/data-sets/{importer-id}'],
    tag: 'Importers',
    summary: 'Retrieve an import',
    permission: 'list.read',
    query: z.strictObject({}),
    answers: {200: oneSchema(importerSchema)},
    async handle(call) {
      const row = await findImporter(call.ctx.database.db, call.envId, call.param('importer-id'));
      if (!row) throw new CountersignError('not_found');
      return {status: 200, body: {data: presentImporter(row)}};
    },
  }),
  operation({
    id: 'list-importer-errors',
    method: 'get',
    path: '/importers/{importer-id}/errors',
    tag: 'Importers',
    summary: 'List what does not fit in an import',
    description: `Row by row, without the values; at most ${mostErrorsShown}.`,
    permission: 'list.read',
    query: z.strictObject({}),
    answers: {200: z.strictObject({data: z.array(importerErrorSchema)})},
    async handle(call) {
      const row = await findImporter(call.ctx.database.db, call.envId, call.param('importer-id'));
      if (!row) throw new CountersignError('not_found');
      const data = row.errors.map((attributes, i) => ({type: 'importer-error', id: `${row.id}-${i + 1}`, attributes}));
      return {status: 200, body: {data}};
    },
  }),
  operation({
    ...creating,
    id: 'import-accounts',
    path: '/importer/accounts',
    summary: 'Import accounts',
    permission: 'account.write',
    body: importAccountsSchema,
    handle: (call) =>
      call.write({
        work: (w) => createImporter(w, {kind: 'account', file: bytesOf(call.body.data.attributes.file)}),
        subjectOf: (row) => row.env_id,
        respond: (row) => ({status: 201, body: {data: presentImporter(row)}}),
      }),
  }),
  operation({
    ...creating,
    id: 'import-a-data-set',
    path: '/importer/data-sets',
    summary: 'Import records for database verifications',
    description:
      'CSV in UTF-8 whose header names columns, as base64 or as a multipart form. It becomes the next version of the data set; the one before answers until it is whole. Where a row does not fit, nothing changes. `successful-count` tells how far it is.',
    permission: 'list.write',
    body: importDataSetSchema,
    handle: (call) => {
      const {file, name} = call.body.data.attributes;
      return call.write({
        work: (w) => createImporter(w, {kind: 'data-set', dataSet: name, file: bytesOf(file)}),
        subjectOf: (row) => row.env_id,
        respond: (row) => ({status: 201, body: {data: presentImporter(row)}}),
      });
    },
  }),
  operation({
    id: 'list-data-sets',
    method: 'get',
    path: '/data-sets',
    tag: 'Importers',
    summary: 'List data sets, by name',
    permission: 'list.read',
    query: z.strictObject({}),
    answers: {200: z.strictObject({data: z.array(dataSetSchema)})},
    async handle({ctx, envId}) {
      const rows = await listDataSets(ctx.database.db, envId);
      const data = rows.map(({id, name, number, row_count: count, updated_at: at}) => ({
        type: 'data-set',
        id,
        attributes: {name, version: number, 'record-count': count, 'updated-at': at.toISOString()},
      }));
      return {status: 200, body: {data}};
    },
  }),
  ...importedListKinds.map((kind) =>
    operation({
      ...creating,
      id: `import-list-items-${kind}`,
      path: `/importer/list-item/${listKinds[kind].plural}`,
      summary: `Import ${listKinds[kind].plural.replaceAll('-', ' ')} of a list`,
      permission: 'list.write',
      body: importListItemsSchema,
      handle: (call) => {
        const {file, 'list-id': listId} = call.body.data.attributes;
        return call.write({
          work: (w) => createImporter(w, {kind: `list-item/${kind}`, listId, file: bytesOf(file)}),
          subjectOf: (row) => row.env_id,
          respond: (row) => ({status: 201, body: {data: presentImporter(row)}}),
        });
      },
    }),
  ),
];

function bytesOf({data}: {data: string}): Buffer {
  return Buffer.from(data, 'base64');
}
