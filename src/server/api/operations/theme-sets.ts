import * as z from 'zod';
import {archiveThemeSet, createThemeSet, updateThemeSet} from '../../../commands/change-theme-set.ts';
import {CountersignError} from '../../../protocol/errors.ts';
import {pageParameters} from '../../../protocol/pagination.ts';
import {createThemeSetSchema, themeSetSchema, updateThemeSetSchema} from '../../../protocol/theme-set.ts';
import {contrastWarning, presentThemeSet} from '../../../storage/resources/theme-set.ts';
import type {Row} from '../../../storage/schema.ts';
import {findThemeSet, listThemeSets} from '../../../storage/theme-set.ts';
import {listAnswer, listSchema, oneSchema, pageRequest} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation} from '../operation.ts';

const tag = 'Theme sets';
/** The reference's answer has no room for a warning. */
const metaHeaders = {'contrast-warning': 'Contrast-Warning'};
const warns = 'The header `Contrast-Warning` names colours that some people could not read.';

export const themeSetOperations: readonly AnyOperation[] = [
  operation({
    id: 'list-all-theme-sets',
    method: 'get',
    path: '/theme-sets',
    tag,
    summary: 'List theme sets, newest first',
    permission: 'inquiry.read',
    query: z.strictObject({
      ...pageParameters,
      'filter[status]': z.enum(['active', 'archived']).optional().meta({description: '`active` or `archived`.'}),
    }),
    answers: {200: listSchema(themeSetSchema)},
    async handle(call) {
      const status = call.query['filter[status]'];
      const filter = status === undefined ? {} : {status};
      const page = await listThemeSets(call.ctx.database.db, call.envId, filter, pageRequest('theme-set', call.query));
      return listAnswer(call, page, presentThemeSet);
    },
  }),
  operation({
    id: 'create-a-theme-set',
    method: 'post',
    path: '/theme-sets',
    tag,
    summary: 'Create a theme set',
    description: `A look of the flow: tokens for light and dark. A cell that is not known is refused at its place. ${warns}`,
    permission: 'template.write',
    creates: true,
    query: z.strictObject({}),
    body: createThemeSetSchema,
    answers: {201: oneSchema(themeSetSchema)},
    metaHeaders,
    handle: (call) => {
      const {name, styles = {}} = call.body.data.attributes;
      return call.write({
        work: (w) => createThemeSet(w, {name, styles}),
        subjectOf: (row) => row.env_id,
        respond: (row) => ({...shown(row), status: 201}),
      });
    },
  }),
  operation({
    id: 'retrieve-a-theme-set',
    method: 'get',
    path: '/theme-sets/{theme-set-id}',
    tag,
    summary: 'Retrieve a theme set',
    description: warns,
    permission: 'inquiry.read',
    query: z.strictObject({}),
    answers: {200: oneSchema(themeSetSchema)},
    metaHeaders,
    async handle(call) {
      const row = await findThemeSet(call.ctx.database.db, call.envId, call.param('theme-set-id'));
      if (!row) throw new CountersignError('not_found');
      return shown(row);
    },
  }),
  operation({
    id: 'update-a-theme-set',
    method: 'patch',
    path: '/theme-sets/{theme-set-id}',
    tag,
    summary: 'Update a theme set',
    description: `Styles that are given take the place of all that were there. Pages that open from now on look so. ${warns}`,
    permission: 'template.write',
    query: z.strictObject({}),
    body: updateThemeSetSchema,
    answers: {200: oneSchema(themeSetSchema)},
    metaHeaders,
    handle: (call) =>
      call.write({
        work: (w) => updateThemeSet(w, {themeSetId: call.param('theme-set-id'), ...call.body.data.attributes}),
        subjectOf: (row) => row.env_id,
        respond: shown,
      }),
  }),
  operation({
    id: 'archive-a-theme-set',
    method: 'delete',
    path: '/theme-sets/{theme-set-id}',
    tag,
    summary: 'Archive a theme set',
    description: 'What names it looks as if it named none.',
    permission: 'template.write',
    query: z.strictObject({}),
    answers: {200: oneSchema(themeSetSchema)},
    handle: (call) =>
      call.write({
        work: (w) => archiveThemeSet(w, {themeSetId: call.param('theme-set-id')}),
        subjectOf: (row) => row.env_id,
        respond: (row) => ({status: 200, body: {data: presentThemeSet(row)}}),
      }),
  }),
];

function shown(row: Row<'theme_set'>) {
  const warning = contrastWarning(row);
  const meta = warning === undefined ? {} : {meta: {'contrast-warning': warning}};
  return {status: 200, body: {data: presentThemeSet(row), ...meta}};
}
