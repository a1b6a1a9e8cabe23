import * as z from 'zod';
import {CountersignError} from '../../../protocol/errors.ts';
import type {PrintDocument} from '../../../protocol/print.ts';
import {findInquiry} from '../../../storage/inquiry.ts';
import {findVerification} from '../../../storage/verification.ts';
import {operation} from '../operation.ts';
import type {AnyOperation, Call} from '../operation.ts';
import {inquiryPrint, verificationPrint} from '../print/inquiry-print.ts';

const description =
  'A PDF with what is known to this key: fields, pictures with what was looked at marked on them, every check with its reasons and measurements, and the history. What was redacted, and attributes the key never sees, are not in it.';

const file = z.string().meta({format: 'binary'});

export const printOperations: readonly AnyOperation[] = [
  operation({
    id: 'print-an-inquiry',
    method: 'get',
    path: '/inquiries/{inquiry-id}/print',
    tag: 'Inquiries',
    summary: 'Print an inquiry as PDF',
    description: `${description} Verifications are in it for keys that may read them.`,
    permission: 'inquiry.read',
    query: z.strictObject({}),
    contentType: 'application/pdf',
    answers: {200: file},
    async handle(call) {
      const row = await findInquiry(call.ctx.database.db, call.envId, call.param('inquiry-id'));
      if (!row) throw new CountersignError('not_found');
      return printed(call, await inquiryPrint(call, row));
    },
  }),
  operation({
    id: 'print-a-verification',
    method: 'get',
    path: '/verifications/{verification-id}/print',
    tag: 'Verifications',
    summary: 'Print a verification as PDF',
    description,
    permission: 'verification.read',
    query: z.strictObject({}),
    contentType: 'application/pdf',
    answers: {200: file},
    async handle(call) {
      const key = {envId: call.envId, id: call.param('verification-id')};
      const row = await findVerification(call.ctx.database.db, key);
      if (!row) throw new CountersignError('not_found');
      return printed(call, await verificationPrint(call, row));
    },
  }),
];

/** Laid out by an engine process, so that no other request waits for it. */
async function printed({ctx}: Call<unknown, unknown>, document: PrintDocument) {
  const {pdf} = await ctx.engines.run('print', document, {timeoutMs: 60_000});
  return {status: 200, body: pdf};
}
