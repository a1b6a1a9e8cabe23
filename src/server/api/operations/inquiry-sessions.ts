import * as z from 'zod';
import {createInquirySession} from '../../../commands/create-inquiry-session.ts';
import {CountersignError} from '../../../protocol/errors.ts';
import {inquirySchema} from '../../../protocol/inquiry.ts';
import {createInquirySessionSchema, inquirySessionSchema} from '../../../protocol/inquiry-session.ts';
import {pageParameters} from '../../../protocol/pagination.ts';
import type {Reader} from '../../../storage/database.ts';
import {findSession, listSessions} from '../../../storage/inquiry-session.ts';
import {presentInquirySession} from '../../../storage/resources/inquiry-session.ts';
import type {Row} from '../../../storage/schema.ts';
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
            ...(await sessionBody(w.tx, session, {include: call.include, now: w.now})),
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
      return {status: 200, body: await sessionBody(db, row, {include: call.include, now: call.now})};
    },
  }),
];

async function sessionBody(
  reader: Reader,
  row: Row<'inquiry_session'>,
  options: {include: readonly string[]; now: Date},
): Promise<object> {
  const included = options.include.includes('inquiry') ? await includeInquiry(reader, row.env_id, row.inquiry_id) : [];
  return {data: presentInquirySession(row, options.now), ...(included.length > 0 && {included})};
}
