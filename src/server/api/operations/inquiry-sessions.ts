import * as z from 'zod';
import type {Context} from '../../../commands/context.ts';
import {createInquirySession} from '../../../commands/create-inquiry-session.ts';
import {expireInquirySession, expireInquirySessions} from '../../../commands/expire-inquiry-sessions.ts';
import {generateOneTimeLink} from '../../../commands/generate-one-time-link.ts';
import {CountersignError} from '../../../protocol/errors.ts';
import {inquirySchema} from '../../../protocol/inquiry.ts';
import {
  createInquirySessionSchema,
  expireInquirySessionsSchema,
  inquirySessionSchema,
} from '../../../protocol/inquiry-session.ts';
import {pageParameters} from '../../../protocol/pagination.ts';
import type {Resource} from '../../../protocol/resource.ts';
import type {Reader} from '../../../storage/database.ts';
import {findSession, listSessions} from '../../../storage/inquiry-session.ts';
import {presentInquirySession} from '../../../storage/resources/inquiry-session.ts';
import type {Row} from '../../../storage/schema.ts';
import {fileUrls} from '../file-url.ts';
import {includeInquiry} from '../include.ts';
import {listAnswer, listSchema, pageRequest} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation} from '../operation.ts';

const includes = ['inquiry', 'device', 'network'];
const answerSchema = z.strictObject({data: inquirySessionSchema, included: z.array(inquirySchema).optional()});
export const inquirySessionOperations: readonly AnyOperation[] = [
  operation({
    id: 'list-all-inquiry-sessions',
    method: 'get',
    path: '/inquiry-sessions',
    tag: 'Inquiry sessions',
    summary: 'List inquiry sessions, newest first',
    permission: 'inquiry.read',
    query: z.strictObject({
      ...pageParameters,
      'filter[inquiry-id]': z.string().max(100).optional().meta({description: 'Sessions of this inquiry.'}),
    }),
    answers: {200: listSchema(inquirySessionSchema)},
    async handle(call) {
      const inquiryId = call.query['filter[inquiry-id]'];
      const page = await listSessions(
        call.ctx.database.db,
        call.envId,
        {...(inquiryId !== undefined && {inquiryId})},
        pageRequest('inquiry-session', call.query),
      );
      return listAnswer(call, page, (row) => presentInquirySession(row, call.now));
    },
  }),
  operation({
    id: 'create-an-inquiry-session',
    method: 'post',
    path: '/inquiry-sessions',
    tag: 'Inquiry sessions',
    summary: 'Create an inquiry session',
    description: 'Its token stands in the header `Session-Token` of the answer, this once.',
    permission: 'inquiry.write',
    includes,
    creates: true,
    metaHeaders: {'session-token': 'Session-Token'},
    query: z.strictObject({}),
    body: createInquirySessionSchema,
    answers: {201: answerSchema},
    handle: (call) =>
      call.write({
        work: (w) => createInquirySession(w, {inquiryId: call.body.data.attributes['inquiry-id']}),
        subjectOf: ({inquiry}) => inquiry.id,
        respond: async ({session, token}, w) => ({
          status: 201,
          body: {
            ...(await sessionBody(w.tx, session, {ctx: w.ctx, include: call.include, now: w.now})),
            meta: {'session-token': token},
          },
        }),
      }),
  }),
  operation({
    id: 'retrieve-an-inquiry-session',
    method: 'get',
    path: '/inquiry-sessions/{inquiry-session-id}',
    tag: 'Inquiry sessions',
    summary: 'Retrieve an inquiry session',
    permission: 'inquiry.read',
    includes,
    query: z.strictObject({}),
    answers: {200: answerSchema},
    async handle(call) {
      const {db} = call.ctx.database;
      const row = await findSession(db, call.envId, call.param('inquiry-session-id'));
      if (!row) throw new CountersignError('not_found');
      return {status: 200, body: await sessionBody(db, row, {ctx: call.ctx, include: call.include, now: call.now})};
    },
  }),
  operation({
    id: 'expire-an-inquiry-session',
    method: 'post',
    path: '/inquiry-sessions/{inquiry-session-id}/expire',
    tag: 'Inquiry sessions',
    summary: 'Expire an inquiry session',
    description: 'Its token stops working at once; the inquiry stays open for others.',
    permission: 'inquiry.write',
    includes,
    query: z.strictObject({}),
    answers: {200: answerSchema},
    handle: (call) =>
      call.write({
        work: (w) => expireInquirySession(w, {sessionId: call.param('inquiry-session-id')}),
        subjectOf: (session) => session.inquiry_id,
        respond: async (session, w) => ({
          status: 200,
          body: await sessionBody(w.tx, session, {ctx: w.ctx, include: call.include, now: w.now}),
        }),
      }),
  }),
  operation({
    id: 'expire-inquiry-sessions',
    method: 'post',
    path: '/inquiry-sessions/expire-all',
    tag: 'Inquiry sessions',
    summary: 'Expire every session of some inquiries',
    description: 'Answers those it ended.',
    permission: 'inquiry.write',
    includes,
    query: z.strictObject({}),
    body: expireInquirySessionsSchema,
    answers: {
      200: z.strictObject({data: z.array(inquirySessionSchema), included: z.array(inquirySchema).optional()}),
    },
    handle: (call) =>
      call.write({
        work: (w) => expireInquirySessions(w, {inquiryIds: call.body.meta['inquiry-ids']}),
        subjectOf: () => call.body.meta['inquiry-ids'][0] ?? call.envId,
        respond: async (sessions, w) => {
          const ids = call.include.includes('inquiry') ? new Set(sessions.map((row) => row.inquiry_id)) : [];
          const included: Resource[] = [];
          const urls = fileUrls(w.ctx, call.envId, w.now);
          for (const inquiryId of ids) included.push(...(await includeInquiry(w.tx, call.envId, {inquiryId, urls})));
          const data = sessions.map((session) => presentInquirySession(session, w.now));
          return {status: 200, body: {data, ...(included.length > 0 && {included})}};
        },
      }),
  }),
  operation({
    id: 'generate-a-one-time-link-for-a-session',
    method: 'post',
    path: '/inquiry-sessions/{inquiry-session-id}/generate-one-time-link',
    tag: 'Inquiry sessions',
    summary: "Generate a one-time link to a session's inquiry",
    description: 'Whoever opens it gets a session of their own in the same inquiry.',
    permission: 'inquiry.write',
    includes,
    query: z.strictObject({}),
    answers: {
      200: z.strictObject({
        data: inquirySessionSchema,
        included: z.array(inquirySchema).optional(),
        meta: z.strictObject({'one-time-link': z.string(), 'one-time-link-short': z.string()}),
      }),
    },
    handle: (call) =>
      call.write({
        work: async (w) => {
          const session = await findSession(w.tx, w.envId, call.param('inquiry-session-id'));
          if (!session) throw new CountersignError('not_found');
          return {session, ...(await generateOneTimeLink(w, {inquiryId: session.inquiry_id}))};
        },
        subjectOf: ({inquiry}) => inquiry.id,
        respond: async ({session, link, linkShort}, w) => ({
          status: 200,
          body: {
            ...(await sessionBody(w.tx, session, {ctx: w.ctx, include: call.include, now: w.now})),
            meta: {'one-time-link': link, 'one-time-link-short': linkShort},
          },
        }),
      }),
  }),
];

async function sessionBody(
  reader: Reader,
  row: Row<'inquiry_session'>,
  options: {ctx: Context; include: readonly string[]; now: Date},
): Promise<object> {
  const urls = fileUrls(options.ctx, row.env_id, options.now);
  const wanted = {inquiryId: row.inquiry_id, urls};
  const included = options.include.includes('inquiry') ? await includeInquiry(reader, row.env_id, wanted) : [];
  return {data: presentInquirySession(row, options.now), ...(included.length > 0 && {included})};
}
