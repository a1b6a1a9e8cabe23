/** The words that a template brings along, out for translators and in again. */
import * as z from 'zod';
import type {Answer} from '../../../commands/write.ts';
import {importTranslations, translateDraft} from '../../../commands/translate-template.ts';
import {CountersignError} from '../../../protocol/errors.ts';
import {inquiryTemplateVersionSchema} from '../../../protocol/inquiry-template.ts';
import {importTranslationsSchema, translationsSchema} from '../../../protocol/translations.ts';
import {presentTranslations} from '../../../storage/resources/translations.ts';
import type {Row} from '../../../storage/schema.ts';
import {findNewestVersion, findTemplateVersion} from '../../../storage/template.ts';
import {oneSchema} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation} from '../operation.ts';
import {metaHeaders, shown} from './template-editing.ts';

const tag = 'Inquiry templates';
const nothing = z.strictObject({});
const places =
  'A text is named by its step, its component (`2-text-input`) and the attribute; the template’s own wording of our screens stands under the step `words`.';

export const translationOperations: readonly AnyOperation[] = [
  operation({
    id: 'retrieve-inquiry-template-translations',
    method: 'get',
    path: '/inquiry-templates/{inquiry-template-id}/translations',
    tag,
    summary: 'Retrieve the texts of a template',
    description: `Of its newest version, draft or published. ${places}`,
    permission: 'inquiry.read',
    query: nothing,
    answers: {200: oneSchema(translationsSchema)},
    metaHeaders,
    async handle(call) {
      const templateId = call.param('inquiry-template-id');
      const version = await findNewestVersion(call.ctx.database.db, call.envId, templateId);
      if (!version) throw new CountersignError('not_found');
      return texts(templateId, version);
    },
  }),
  operation({
    id: 'import-inquiry-template-translations',
    method: 'post',
    path: '/inquiry-templates/{inquiry-template-id}/translations',
    tag,
    summary: 'Import texts of a template',
    description:
      'Into its newest version where that is a draft, else into a new draft; nothing changes for anybody before that is published. Texts that are not named stay; null takes a language out. All of it or nothing.',
    permission: 'template.write',
    query: nothing,
    body: importTranslationsSchema,
    answers: {200: oneSchema(inquiryTemplateVersionSchema)},
    metaHeaders,
    handle: (call) =>
      call.write({
        work: (w) =>
          importTranslations(w, {
            templateId: call.param('inquiry-template-id'),
            rows: call.body.data.attributes.translations,
          }),
        subjectOf: ({version}) => version.env_id,
        respond: shown,
      }),
  }),
  operation({
    id: 'retrieve-inquiry-template-version-translations',
    method: 'get',
    path: '/inquiry-template-versions/{inquiry-template-version-id}/translations',
    tag,
    summary: 'Retrieve the texts of a version',
    description: places,
    permission: 'inquiry.read',
    query: nothing,
    answers: {200: oneSchema(translationsSchema)},
    metaHeaders,
    async handle(call) {
      const versionId = call.param('inquiry-template-version-id');
      const version = await findTemplateVersion(call.ctx.database.db, call.envId, versionId);
      if (!version) throw new CountersignError('not_found');
      return texts(versionId, version);
    },
  }),
  operation({
    id: 'update-inquiry-template-version-translations',
    method: 'patch',
    path: '/inquiry-template-versions/{inquiry-template-version-id}/translations',
    tag,
    summary: 'Update texts of a draft',
    description: 'Texts that are not named stay; null takes a language out. `If-Match` as for the graph.',
    permission: 'template.write',
    query: nothing,
    body: importTranslationsSchema,
    answers: {200: oneSchema(inquiryTemplateVersionSchema)},
    metaHeaders,
    handle: (call) =>
      call.write({
        work: (w) =>
          translateDraft(w, {
            versionId: call.param('inquiry-template-version-id'),
            rows: call.body.data.attributes.translations,
            ...(call.ifMatch !== undefined && {revision: call.ifMatch}),
          }),
        subjectOf: ({version}) => version.env_id,
        respond: shown,
      }),
  }),
];

function texts(id: string, version: Row<'inquiry_template_version'>): Answer {
  return {status: 200, body: {data: presentTranslations(id, version), meta: {etag: `"${version.revision}"`}}};
}
