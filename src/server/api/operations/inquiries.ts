import * as z from 'zod';
import {createInquiry} from '../../../commands/create-inquiry.ts';
import type {CreateInquiry} from '../../../commands/create-inquiry.ts';
import {updateInquiry} from '../../../commands/update-inquiry.ts';
import {CountersignError} from '../../../protocol/errors.ts';
import {
  createInquirySchema,
  inquiryCreatedMetaSchema,
  inquirySchema,
  inquiryStatuses,
  updateInquirySchema,
} from '../../../protocol/inquiry.ts';
import type {CreateInquiryRequest} from '../../../protocol/inquiry.ts';
import {pageParameters} from '../../../protocol/pagination.ts';
import {readInquiryRelated} from '../../../storage/inquiry-related.ts';
import {findInquiry, listInquiries} from '../../../storage/inquiry.ts';
import type {InquiryFilter} from '../../../storage/inquiry.ts';
import {presentInquiry} from '../../../storage/resources/inquiry.ts';
import {inquiryIncludes} from '../include.ts';
import {fileUrls} from '../file-url.ts';
import {inquiryAnswer, inquiryAnswerSchema} from '../inquiry-answer.ts';
import {listAnswer, listParameter, listSchema, momentParameter, pageRequest} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation} from '../operation.ts';

const listQuery = z.strictObject({
  ...pageParameters,
  'filter[inquiry-id]': listParameter.optional().meta({description: 'Inquiry ids, a comma list.'}),
  'filter[account-id]': z.string().max(100).optional().meta({description: 'Inquiries of this account.'}),
  'filter[reference-id]': z
    .string()
    .max(255)
    .optional()
    .meta({description: 'Inquiries of the account with this name of yours.'}),
  'filter[inquiry-template-id]': z
    .string()
    .max(100)
    .optional()
    .meta({description: 'Inquiries run from this template.'}),
  'filter[template-id]': z.string().max(100).optional().meta({description: 'Same, for older integrations.'}),
  'filter[status]': listParameter
    .pipe(z.array(z.enum(inquiryStatuses)))
    .optional()
    .meta({description: 'Statuses, a comma list.'}),
  'filter[note]': z.string().max(10_000).optional().meta({description: 'Inquiries with exactly this note.'}),
  'filter[created-at-start]': momentParameter.optional().meta({description: 'Created at this moment or later.'}),
  'filter[created-at-end]': momentParameter.optional().meta({description: 'Created at this moment or earlier.'}),
});

export const inquiryOperations: readonly AnyOperation[] = [
  operation({
    id: 'list-all-inquiries',
    method: 'get',
    path: '/inquiries',
    tag: 'Inquiries',
    summary: 'List inquiries, newest first',
    permission: 'inquiry.read',
    query: listQuery,
    answers: {200: listSchema(inquirySchema)},
    async handle(call) {
      const {db} = call.ctx.database;
      const page = await listInquiries(db, call.envId, filterOf(call.query), pageRequest('inquiry', call.query));
      const related = await readInquiryRelated(db, call.envId, page.items);
      const urls = fileUrls(call.ctx, call.envId, call.now);
      return listAnswer(call, page, (row) => presentInquiry(row, related.get(row.id), urls));
    },
  }),
  operation({
    id: 'create-an-inquiry',
    method: 'post',
    path: '/inquiries',
    tag: 'Inquiries',
    summary: 'Create an inquiry',
    description:
      'From a template, or one version of it. A reference id finds or makes the account. Ask for a session token or a one-time link in `meta` to hand the person straight on.',
    permission: 'inquiry.write',
    includes: inquiryIncludes,
    creates: true,
    query: z.strictObject({}),
    body: createInquirySchema,
    answers: {201: inquiryAnswerSchema(inquiryCreatedMetaSchema)},
    handle: (call) =>
      call.write({
        work: (w) => createInquiry(w, creationOf(call.body)),
        subjectOf: ({inquiry}) => inquiry.id,
        respond: ({inquiry, related, session, oneTimeLink}, w) =>
          inquiryAnswer(call.ctx, w.tx, inquiry, {
            status: 201,
            include: call.include,
            now: w.now,
            related,
            meta: {
              'session-token': session?.token ?? null,
              'one-time-link': oneTimeLink?.link ?? null,
              'one-time-link-short': oneTimeLink?.linkShort ?? null,
            },
          }),
      }),
  }),
  operation({
    id: 'retrieve-an-inquiry',
    method: 'get',
    path: '/inquiries/{inquiry-id}',
    tag: 'Inquiries',
    summary: 'Retrieve an inquiry',
    permission: 'inquiry.read',
    includes: inquiryIncludes,
    query: z.strictObject({}),
    answers: {200: inquiryAnswerSchema()},
    async handle(call) {
      const {db} = call.ctx.database;
      const row = await findInquiry(db, call.envId, call.param('inquiry-id'));
      if (!row) throw new CountersignError('not_found');
      return inquiryAnswer(call.ctx, db, row, {include: call.include, now: call.now});
    },
  }),
  operation({
    id: 'update-an-inquiry',
    method: 'patch',
    path: '/inquiries/{inquiry-id}',
    tag: 'Inquiries',
    summary: 'Update an inquiry',
    description: 'Only what is given changes; fields are merged key by key, a `null` clears one.',
    permission: 'inquiry.write',
    includes: inquiryIncludes,
    query: z.strictObject({}),
    body: updateInquirySchema,
    answers: {200: inquiryAnswerSchema()},
    handle: (call) => {
      const {note, fields, tags, 'redirect-uri': redirectUri} = call.body.data.attributes;
      return call.write({
        work: (w) =>
          updateInquiry(w, {
            inquiryId: call.param('inquiry-id'),
            ...(note !== undefined && {note}),
            ...(fields && {fields}),
            ...(tags && {tags}),
            ...(redirectUri !== undefined && {redirectUri}),
          }),
        subjectOf: ({id}) => id,
        respond: (row, w) => inquiryAnswer(call.ctx, w.tx, row, {include: call.include, now: w.now}),
      });
    },
  }),
];

function filterOf(query: z.infer<typeof listQuery>): InquiryFilter {
  const ids = query['filter[inquiry-id]'];
  const accountId = query['filter[account-id]'];
  const referenceId = query['filter[reference-id]'];
  const templateId = query['filter[inquiry-template-id]'] ?? query['filter[template-id]'];
  const statuses = query['filter[status]'];
  const note = query['filter[note]'];
  const createdFrom = query['filter[created-at-start]'];
  const createdUntil = query['filter[created-at-end]'];
  return {
    ...(ids && {ids}),
    ...(accountId !== undefined && {accountId}),
    ...(referenceId !== undefined && {referenceId}),
    ...(templateId !== undefined && {templateId}),
    ...(statuses && {statuses}),
    ...(note !== undefined && {note}),
    ...(createdFrom && {createdFrom}),
    ...(createdUntil && {createdUntil}),
  };
}

function creationOf({data: {attributes}, meta = {}}: CreateInquiryRequest): CreateInquiry {
  const expiry = present({
    afterCreateSeconds: meta['expiration-after-create-interval-seconds'],
    afterStartSeconds: meta['expiration-after-start-interval-seconds'],
    afterResumeSeconds: meta['expiration-after-resume-interval-seconds'],
    oneTimeLinkSeconds: meta['one-time-link-expiration-seconds'],
  });
  // null means "not given" in this API
  return {
    namedBy: 'server',
    templateId: attributes['inquiry-template-id'] ?? attributes['template-id'] ?? undefined,
    templateVersionId: attributes['inquiry-template-version-id'] ?? undefined,
    accountId: attributes['account-id'] ?? undefined,
    referenceId: attributes['reference-id'] ?? meta['auto-create-account-reference-id'] ?? undefined,
    autoCreateAccount: meta['auto-create-account'] ?? undefined,
    autoCreateAccountTypeId: meta['auto-create-account-type-id'] ?? undefined,
    autoCreateSession: meta['auto-create-inquiry-session'] ?? undefined,
    autoCreateOneTimeLink: meta['auto-create-one-time-link'] ?? undefined,
    fields: attributes.fields ?? undefined,
    tags: attributes.tags ?? undefined,
    note: attributes.note ?? undefined,
    redirectUri: attributes['redirect-uri'] ?? undefined,
    themeSetId: attributes['theme-set-id'] ?? undefined,
    initialStepName: attributes['initial-step-name'] ?? undefined,
    creator: attributes['creator-email-address'] ?? undefined,
    expiry,
  };
}

/** The members that were given, if any was. */
function present<T extends object>(members: T): {[K in keyof T]?: NonNullable<T[K]>} | undefined {
  const given = Object.entries(members).filter(([, value]) => value !== null && value !== undefined);
  if (given.length === 0) return undefined;
  return Object.fromEntries(given) as {[K in keyof T]?: NonNullable<T[K]>};
}
