import * as z from 'zod';
import {CountersignError} from '../../../protocol/errors.ts';
import {inquiryTemplateSchema, inquiryTemplateVersionSchema} from '../../../protocol/inquiry-template.ts';
import {pageParameters} from '../../../protocol/pagination.ts';
import type {Reader} from '../../../storage/database.ts';
import {presentTemplate, presentTemplateVersion} from '../../../storage/resources/template.ts';
import type {Row} from '../../../storage/schema.ts';
import {findTemplate, findTemplateVersion, listTemplates, listTemplateVersions} from '../../../storage/template.ts';
import {listAnswer, listSchema, oneSchema, pageRequest} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation} from '../operation.ts';

export const inquiryTemplateOperations: readonly AnyOperation[] = [
  operation({
    id: 'list-all-inquiry-templates',
    method: 'get',
    path: '/inquiry-templates',
    tag: 'Inquiry templates',
    summary: 'List inquiry templates, newest first',
    permission: 'inquiry.read',
    query: z.strictObject(pageParameters),
    answers: {200: listSchema(inquiryTemplateSchema)},
    async handle(call) {
      const {db} = call.ctx.database;
      const page = await listTemplates(db, call.envId, pageRequest('inquiry-template', call.query));
      const graphs = new Map<string, Graph>();
      for (const row of page.items) graphs.set(row.id, await publishedGraph(db, row));
      return listAnswer(call, page, (row) => presentTemplate(row, graphs.get(row.id) ?? null));
    },
  }),
  operation({
    id: 'retrieve-an-inquiry-template',
    method: 'get',
    path: '/inquiry-templates/{inquiry-template-id}',
    tag: 'Inquiry templates',
    summary: 'Retrieve an inquiry template',
    permission: 'inquiry.read',
    includes: ['latest-published-version'],
    query: z.strictObject({}),
    answers: {200: oneSchema(inquiryTemplateSchema, inquiryTemplateVersionSchema)},
    async handle(call) {
      const {db} = call.ctx.database;
      const row = await findTemplate(db, call.envId, call.param('inquiry-template-id'));
      if (!row) throw new CountersignError('not_found');
      const version = await publishedVersion(db, row);
      const included = version && call.include.length > 0 ? [presentTemplateVersion(version, row)] : [];
      return {
        status: 200,
        body: {data: presentTemplate(row, version?.graph ?? null), ...(included.length > 0 && {included})},
      };
    },
  }),
  operation({
    id: 'list-all-inquiry-template-versions',
    method: 'get',
    path: '/inquiry-template-versions',
    tag: 'Inquiry templates',
    summary: 'List versions of an inquiry template, newest first',
    permission: 'inquiry.read',
    query: z.strictObject({
      ...pageParameters,
      'filter[inquiry-template-id]': z
        .string()
        .max(100)
        .meta({description: 'The template whose versions to list; required.'}),
    }),
    answers: {200: listSchema(inquiryTemplateVersionSchema)},
    async handle(call) {
      const {db} = call.ctx.database;
      const template = await findTemplate(db, call.envId, call.query['filter[inquiry-template-id]']);
      if (!template) throw new CountersignError('not_found', {pointer: 'filter[inquiry-template-id]'});
      const request = pageRequest('inquiry-template-version', call.query);
      const page = await listTemplateVersions(db, call.envId, {templateId: template.id}, request);
      return listAnswer(call, page, (row) => presentTemplateVersion(row, template));
    },
  }),
  operation({
    id: 'retrieve-an-inquiry-template-version',
    method: 'get',
    path: '/inquiry-template-versions/{inquiry-template-version-id}',
    tag: 'Inquiry templates',
    summary: 'Retrieve one version of an inquiry template',
    permission: 'inquiry.read',
    query: z.strictObject({}),
    answers: {200: oneSchema(inquiryTemplateVersionSchema)},
    metaHeaders: {etag: 'ETag'},
    async handle(call) {
      const {db} = call.ctx.database;
      const row = await findTemplateVersion(db, call.envId, call.param('inquiry-template-version-id'));
      const template = row && (await findTemplate(db, call.envId, row.template_id));
      if (!row || !template) throw new CountersignError('not_found');
      return {
        status: 200,
        body: {data: presentTemplateVersion(row, template), meta: {etag: `"${row.revision}"`}},
      };
    },
  }),
];

type Graph = Row<'inquiry_template_version'>['graph'] | null;

async function publishedVersion(
  reader: Reader,
  row: Row<'inquiry_template'>,
): Promise<Row<'inquiry_template_version'> | undefined> {
  if (row.published_version_id === null) return undefined;
  return findTemplateVersion(reader, row.env_id, row.published_version_id);
}

async function publishedGraph(reader: Reader, row: Row<'inquiry_template'>): Promise<Graph> {
  return (await publishedVersion(reader, row))?.graph ?? null;
}
