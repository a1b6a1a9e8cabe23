import * as z from 'zod';
import {approveInquiry} from '../../../commands/approve-inquiry.ts';
import {declineInquiry} from '../../../commands/decline-inquiry.ts';
import {expireInquiry} from '../../../commands/expire-inquiry.ts';
import {generateOneTimeLink} from '../../../commands/generate-one-time-link.ts';
import {markInquiryForReview} from '../../../commands/mark-inquiry-for-review.ts';
import {resumeInquiry} from '../../../commands/resume-inquiry.ts';
import type {Write} from '../../../commands/write.ts';
import {decideInquirySchema} from '../../../protocol/inquiry.ts';
import type {Row} from '../../../storage/schema.ts';
import {inquiryIncludes} from '../include.ts';
import {inquiryAnswer, inquiryAnswerSchema} from '../inquiry-answer.ts';
import {operation} from '../operation.ts';
import type {AnyOperation} from '../operation.ts';

export const inquiryDecisionOperations: readonly AnyOperation[] = [
  decision({
    id: 'approve-an-inquiry',
    verb: 'approve',
    summary: 'Approve an inquiry',
    description: 'Nothing further can happen in it afterwards.',
    decide: approveInquiry,
  }),
  decision({id: 'decline-an-inquiry', verb: 'decline', summary: 'Decline an inquiry', decide: declineInquiry}),
  decision({
    id: 'mark-an-inquiry-for-review',
    verb: 'mark-for-review',
    summary: 'Mark an inquiry for review',
    description: 'A person decides it; the one being verified can do nothing more meanwhile.',
    decide: markInquiryForReview,
  }),
  operation({
    ...about('expire', {id: 'expire-an-inquiry', summary: 'Expire an inquiry'}),
    description: 'Its sessions and links stop working; it can be resumed.',
    query: z.strictObject({}),
    answers: {200: inquiryAnswerSchema()},
    handle: (call) =>
      call.write({
        work: (w) => expireInquiry(w, {inquiryId: call.param('inquiry-id')}),
        subjectOf: ({id}) => id,
        respond: (row, w) => inquiryAnswer(call.ctx, w.tx, row, {include: call.include, now: w.now}),
      }),
  }),
  operation({
    ...about('resume', {id: 'resume-an-inquiry', summary: 'Resume an inquiry'}),
    description: 'An expired one goes on where it stood, a pending one once more; the token opens it.',
    query: z.strictObject({}),
    answers: {200: inquiryAnswerSchema(z.strictObject({'session-token': z.string()}))},
    handle: (call) =>
      call.write({
        work: (w) => resumeInquiry(w, {inquiryId: call.param('inquiry-id')}),
        subjectOf: ({inquiry}) => inquiry.id,
        respond: ({inquiry, sessionToken}, w) =>
          inquiryAnswer(call.ctx, w.tx, inquiry, {
            include: call.include,
            now: w.now,
            meta: {'session-token': sessionToken},
          }),
      }),
  }),
  operation({
    ...about('generate-one-time-link', {id: 'generate-a-one-time-link', summary: 'Generate a one-time link'}),
    description: 'One device can claim it once; opening it alone changes nothing.',
    query: z.strictObject({}),
    body: z.strictObject({
      meta: z
        .strictObject({
          'expires-in-seconds': z
            .int()
            .min(60)
            .max(366 * 24 * 3600)
            .optional(),
        })
        .optional(),
    }),
    answers: {
      200: inquiryAnswerSchema(z.strictObject({'one-time-link': z.string(), 'one-time-link-short': z.string()})),
    },
    handle: (call) => {
      const seconds = call.body.meta?.['expires-in-seconds'];
      return call.write({
        work: (w) =>
          generateOneTimeLink(w, {
            inquiryId: call.param('inquiry-id'),
            ...(seconds !== undefined && {expiresInSeconds: seconds}),
          }),
        subjectOf: ({inquiry}) => inquiry.id,
        respond: ({inquiry, link, linkShort}, w) =>
          inquiryAnswer(call.ctx, w.tx, inquiry, {
            include: call.include,
            now: w.now,
            meta: {'one-time-link': link, 'one-time-link-short': linkShort},
          }),
      });
    },
  }),
];

/** Approve, decline and mark for review differ in the command alone. */
function decision(options: {
  id: string;
  verb: string;
  summary: string;
  description?: string;
  decide(w: Write, input: {inquiryId: string; comment?: string}): Promise<Row<'inquiry'>>;
}): AnyOperation {
  const {id, verb, summary, description, decide} = options;
  return operation({
    ...about(verb, {id, summary}),
    ...(description !== undefined && {description}),
    query: z.strictObject({}),
    body: decideInquirySchema,
    answers: {200: inquiryAnswerSchema()},
    handle: (call) => {
      const comment = call.body.meta?.comment ?? undefined;
      return call.write({
        work: (w) => decide(w, {inquiryId: call.param('inquiry-id'), ...(comment !== undefined && {comment})}),
        subjectOf: (row) => row.id,
        respond: (row, w) => inquiryAnswer(call.ctx, w.tx, row, {include: call.include, now: w.now}),
      });
    },
  });
}

function about(verb: string, text: {id: string; summary: string}) {
  return {
    ...text,
    method: 'post' as const,
    path: `/inquiries/{inquiry-id}/${verb}`,
    tag: 'Inquiries',
    permission: 'inquiry.write' as const,
    includes: inquiryIncludes,
  };
}
