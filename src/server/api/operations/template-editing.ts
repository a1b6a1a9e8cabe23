/** Templates written by their owner: out as JSON, in as drafts, published when they are sound. */
import * as z from 'zod';
import {
  archiveTemplateVersion,
  createTemplateDraft,
  editTemplateDraft,
  publishTemplateVersionById,
  setTemplateStatus,
} from '../../../commands/change-template.ts';
import type {ChangedVersion} from '../../../commands/change-template.ts';
import {parseTemplateDraft, parseTemplateGraph} from '../../../commands/parse-template.ts';
import {createTemplate} from '../../../commands/publish-template.ts';
import {CountersignError} from '../../../protocol/errors.ts';
import {
  createTemplateSchema,
  createTemplateVersionSchema,
  inquiryTemplateSchema,
  inquiryTemplateVersionSchema,
  templateGraphResourceSchema,
  updateTemplateVersionSchema,
} from '../../../protocol/inquiry-template.ts';
import {presentTemplate, presentTemplateVersion} from '../../../storage/resources/template.ts';
import {findTemplate, findTemplateVersion} from '../../../storage/template.ts';
import {oneSchema} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation, Call} from '../operation.ts';

const tag = 'Inquiry templates';
const nothing = z.strictObject({});
/** Which revision an answer shows, for `If-Match`. */
export const metaHeaders = {etag: 'ETag'};
/** Where a graph stands in a body. */
const graphPointer = '/data/attributes/graph';

export const templateEditingOperations: readonly AnyOperation[] = [
  operation({
    id: 'create-an-inquiry-template',
    method: 'post',
    path: '/inquiry-templates',
    tag,
    summary: 'Create an inquiry template',
    description:
      'Its first version is published; a graph that is not sound is refused with everything that is wrong with it.',
    permission: 'template.write',
    creates: true,
    query: nothing,
    body: createTemplateSchema,
    answers: {201: oneSchema(inquiryTemplateSchema)},
    handle: (call) => {
      const {name, graph: given} = call.body.data.attributes;
      const graph = parseTemplateGraph(given, graphPointer);
      return call.write({
        work: async (w) => {
          const template = await findTemplate(w.tx, w.envId, await createTemplate(w, {name, graph}));
          if (!template) throw new Error('a template that was just made is not there');
          return template;
        },
        subjectOf: (row) => row.env_id,
        respond: (row) => ({status: 201, body: {data: presentTemplate(row, graph)}}),
      });
    },
  }),
  changingTemplate('archive', 'inactive', 'It starts no more inquiries; those under way go on.'),
  changingTemplate('restore', 'active', 'It starts inquiries again.'),
  operation({
    id: 'create-an-inquiry-template-version',
    method: 'post',
    path: '/inquiry-template-versions',
    tag,
    summary: 'Create a draft of the next version',
    description: 'Each part of the graph is checked; the whole is when it is published.',
    permission: 'template.write',
    creates: true,
    query: nothing,
    body: createTemplateVersionSchema,
    answers: {201: oneSchema(inquiryTemplateVersionSchema)},
    metaHeaders,
    handle: (call) => {
      const {'inquiry-template-id': templateId, graph: given} = call.body.data.attributes;
      const graph = parseTemplateDraft(given, graphPointer);
      return call.write({
        work: (w) => createTemplateDraft(w, {templateId, graph}),
        subjectOf: ({version}) => version.env_id,
        respond: (changed) => ({...shown(changed), status: 201}),
      });
    },
  }),
  operation({
    id: 'update-an-inquiry-template-version',
    method: 'patch',
    path: '/inquiry-template-versions/{inquiry-template-version-id}',
    tag,
    summary: 'Put another graph into a draft',
    description:
      'A published version never changes: make a new draft. With `If-Match` (the `ETag` of the answer that was edited) an edit of what changed meanwhile is refused.',
    permission: 'template.write',
    query: nothing,
    body: updateTemplateVersionSchema,
    answers: {200: oneSchema(inquiryTemplateVersionSchema)},
    metaHeaders,
    handle: (call) => {
      const {graph: given} = call.body.data.attributes;
      const graph = given && parseTemplateDraft(given, graphPointer);
      return call.write({
        work: async (w) => {
          const versionId = versionOf(call);
          if (graph) return editTemplateDraft(w, {versionId, graph, revision: call.ifMatch});
          const version = await findTemplateVersion(w.tx, w.envId, versionId);
          const template = version && (await findTemplate(w.tx, w.envId, version.template_id));
          if (!version || !template) throw new CountersignError('not_found');
          return {version, template};
        },
        subjectOf: ({version}) => version.env_id,
        respond: shown,
      });
    },
  }),
  changingVersion(
    'publish',
    publishTemplateVersionById,
    'New inquiries run it from now on; an archived version comes back this way.',
  ),
  changingVersion('archive', archiveTemplateVersion, 'For drafts that are not wanted any more.'),
  operation({
    id: 'export-an-inquiry-template-version',
    method: 'get',
    path: '/inquiry-template-versions/{inquiry-template-version-id}/graph',
    tag,
    summary: 'Export the graph of a version',
    description: 'Keys inside the graph stay as they are, whatever the key inflection.',
    permission: 'inquiry.read',
    query: nothing,
    answers: {200: oneSchema(templateGraphResourceSchema)},
    metaHeaders,
    async handle(call) {
      const row = await findTemplateVersion(call.ctx.database.db, call.envId, versionOf(call));
      if (!row) throw new CountersignError('not_found');
      const data = {type: 'inquiry-template-graph' as const, id: row.id, attributes: {graph: row.graph}};
      return {status: 200, body: {data, meta: {etag: `"${row.revision}"`}}};
    },
  }),
];

function changingTemplate(
  verb: 'archive' | 'restore',
  status: 'active' | 'inactive',
  description: string,
): AnyOperation {
  return operation({
    id: `${verb}-an-inquiry-template`,
    method: 'post',
    path: `/inquiry-templates/{inquiry-template-id}/${verb}`,
    tag,
    summary: verb === 'archive' ? 'Archive an inquiry template' : 'Restore an inquiry template',
    description,
    permission: 'template.write',
    query: nothing,
    answers: {200: oneSchema(inquiryTemplateSchema)},
    handle: (call) =>
      call.write({
        work: async (w) => {
          const row = await setTemplateStatus(w, {templateId: call.param('inquiry-template-id'), status});
          const live = row.published_version_id;
          const version = live === null ? undefined : await findTemplateVersion(w.tx, w.envId, live);
          return {row, graph: version?.graph ?? null};
        },
        subjectOf: ({row}) => row.env_id,
        respond: ({row, graph}) => ({status: 200, body: {data: presentTemplate(row, graph)}}),
      }),
  });
}

function changingVersion(
  verb: 'publish' | 'archive',
  change: typeof publishTemplateVersionById,
  description: string,
): AnyOperation {
  return operation({
    id: `${verb}-an-inquiry-template-version`,
    method: 'post',
    path: `/inquiry-template-versions/{inquiry-template-version-id}/${verb}`,
    tag,
    summary: verb === 'publish' ? 'Publish a version' : 'Archive a draft',
    description,
    permission: 'template.write',
    query: nothing,
    answers: {200: oneSchema(inquiryTemplateVersionSchema)},
    metaHeaders,
    handle: (call) =>
      call.write({
        work: (w) => change(w, versionOf(call)),
        subjectOf: ({version}) => version.env_id,
        respond: shown,
      }),
  });
}

function versionOf<Q, B>(call: Call<Q, B>): string {
  return call.param('inquiry-template-version-id');
}

export function shown({version, template}: ChangedVersion) {
  return {
    status: 200,
    body: {data: presentTemplateVersion(version, template), meta: {etag: `"${version.revision}"`}},
  };
}
