/** One inquiry as an answer: with what hangs on it, what `include` asked for, and what only this operation tells. */
import * as z from 'zod';
import type {Answer} from '../../commands/write.ts';
import type {Context} from '../../commands/context.ts';
import type {Reader} from '../../storage/database.ts';
import {readInquiryRelated} from '../../storage/inquiry-related.ts';
import {presentInquiry} from '../../storage/resources/inquiry.ts';
import type {InquiryRelated} from '../../storage/resources/inquiry.ts';
import type {Row} from '../../storage/schema.ts';
import {accountSchema} from '../../protocol/account.ts';
import {governmentIdDocumentSchema} from '../../protocol/document.ts';
import {documentVerificationSchema, genericDocumentSchema} from '../../protocol/generic-document-resources.ts';
import {inquirySchema} from '../../protocol/inquiry.ts';
import type {InquiryResource} from '../../protocol/inquiry.ts';
import {inquirySessionSchema} from '../../protocol/inquiry-session.ts';
import {inquiryTemplateSchema, inquiryTemplateVersionSchema} from '../../protocol/inquiry-template.ts';
import type {Resource} from '../../protocol/resource.ts';
import {governmentIdVerificationSchema} from '../../protocol/verification.ts';
import {fileUrls} from './file-url.ts';
import {includeWithInquiry} from './include.ts';

export interface InquiryAnswerOptions {
  status?: 200 | 201;
  include: readonly string[];
  now: Date;
  meta?: Record<string, unknown>;
  /** Where it is known already; else it is read. */
  related?: InquiryRelated;
}

export async function inquiryAnswer(
  ctx: Context,
  reader: Reader,
  row: Row<'inquiry'>,
  {status = 200, include, now, meta, related: known}: InquiryAnswerOptions,
): Promise<Answer> {
  const related = known ?? (await readInquiryRelated(reader, row.env_id, [row])).get(row.id);
  const included = await includeWithInquiry(ctx, reader, row, {include, now});
  const body: {data: InquiryResource; included?: Resource[]; meta?: Record<string, unknown>} = {
    data: presentInquiry(row, related, fileUrls(ctx, row.env_id, now)),
  };
  if (included.length > 0) body.included = included;
  if (meta) body.meta = meta;
  return {status, body};
}

/** What may stand in `included` beside an inquiry. */
const includedSchema = z.union([
  accountSchema,
  inquiryTemplateSchema,
  inquiryTemplateVersionSchema,
  inquirySessionSchema,
  governmentIdVerificationSchema,
  documentVerificationSchema,
  governmentIdDocumentSchema,
  genericDocumentSchema,
]);

export function inquiryAnswerSchema(meta?: z.ZodType): z.ZodType {
  return z.strictObject({data: inquirySchema, included: z.array(includedSchema).optional(), ...(meta && {meta})});
}
