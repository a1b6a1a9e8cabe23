/** What is done to inquiries apart from running and deciding them: finding, tagging, forgetting. */
import * as z from 'zod';
import {changeInquiryTags} from '../../../commands/change-inquiry-tags.ts';
import {holdInquiry} from '../../../commands/change-inquiry.ts';
import {simulateInquiry} from '../../../commands/simulate-inquiry.ts';
import {redactInquiry} from '../../../commands/redact-inquiry.ts';
import {inquirySchema, simulateInquirySchema} from '../../../protocol/inquiry.ts';
import {searchSchema} from '../../../protocol/search.ts';
import {readInquiryRelated} from '../../../storage/inquiry-related.ts';
import {presentInquiry} from '../../../storage/resources/inquiry.ts';
import {searchInquiries} from '../../../storage/search-inquiries.ts';
import {inquiryIncludes} from '../include.ts';
import {fileUrls} from '../file-url.ts';
import {inquiryAnswer, inquiryAnswerSchema} from '../inquiry-answer.ts';
import {listAnswer, listSchema} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation} from '../operation.ts';
import {searchPage, searchQuery, searchSort} from '../search-page.ts';
import {tagOperations} from '../tag-operations.ts';

export const inquiryUpkeepOperations: readonly AnyOperation[] = [
  operation({
    id: 'search-inquiries',
    method: 'post',
    path: '/inquiries/search',
    tag: 'Inquiries',
    summary: 'Search inquiries',
    description:
      'By `status`, `created_at`, `updated_at`, `reference_id`, `inquiry_template_id`, `account_id`, `note` and `fields.<key>`, with `eq`, `gt`, `gte`, `lt`, `lte`. What was written is found at once. To follow a link of the answer, send the same body there.',
    permission: 'inquiry.read',
    query: searchQuery,
    body: searchSchema,
    answers: {200: listSchema(inquirySchema)},
    async handle(call) {
      const {db} = call.ctx.database;
      const search = {clause: call.body.query, sort: searchSort(call.body)};
      const page = await searchInquiries(db, call.envId, search, searchPage('inquiry', call.query, call.body));
      const related = await readInquiryRelated(db, call.envId, page.items);
      const urls = fileUrls(call.ctx, call.envId, call.now);
      return listAnswer(call, page, (row) => presentInquiry(row, related.get(row.id), urls));
    },
  }),
  ...tagOperations({
    id: 'an-inquiry',
    path: '/inquiries/{inquiry-id}',
    tag: 'Inquiries',
    noun: 'an inquiry',
    permission: 'inquiry.write',
    includes: inquiryIncludes,
    answer: inquiryAnswerSchema(),
    change: (w, inquiryId, change) => changeInquiryTags(w, {inquiryId, change}),
    subjectOf: ({id}) => id,
    respond: (row, call, w) => inquiryAnswer(call.ctx, w.tx, row, {include: call.include, now: w.now}),
  }),
  operation({
    id: 'perform-simulate-actions',
    method: 'post',
    path: '/inquiries/{inquiry-id}/perform-simulate-actions',
    tag: 'Inquiries',
    summary: 'Move an inquiry of the sandbox without a person',
    description:
      'One action after the other; the first that is refused ends it. A verification shows a specimen document to the real flow and engine, so the inquiry goes on, and may be decided, as it would for a person; an action whose result stands already changes nothing.',
    permission: 'inquiry.write',
    includes: inquiryIncludes,
    query: z.strictObject({}),
    body: simulateInquirySchema,
    answers: {200: inquiryAnswerSchema()},
    handle: (call) => {
      const inquiryId = call.param('inquiry-id');
      return call.write({
        prepare: () => simulateInquiry(call.ctx, call.scope, {inquiryId, actions: call.body.meta['simulate-actions']}),
        work: (w) => holdInquiry(w, inquiryId),
        subjectOf: ({id}) => id,
        respond: (row, w) => inquiryAnswer(call.ctx, w.tx, row, {include: call.include, now: w.now}),
      });
    },
  }),
  operation({
    id: 'redact-an-inquiry',
    method: 'delete',
    path: '/inquiries/{inquiry-id}',
    tag: 'Inquiries',
    summary: 'Redact an inquiry',
    description:
      'Forgets the person: fields, checks, pictures, and what events said of them. That there was an inquiry, and how it ended, remains.',
    permission: 'inquiry.write',
    includes: inquiryIncludes,
    query: z.strictObject({}),
    answers: {200: inquiryAnswerSchema()},
    handle: (call) =>
      call.write({
        work: (w) => redactInquiry(w, {inquiryId: call.param('inquiry-id')}),
        subjectOf: ({env_id: envId}) => envId,
        respond: (row, w) => inquiryAnswer(call.ctx, w.tx, row, {include: call.include, now: w.now}),
      }),
  }),
];
