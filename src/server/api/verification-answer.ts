/** One verification of any kind as an answer. */
import type {Answer} from '../../commands/write.ts';
import type {Reader} from '../../storage/database.ts';
import {findDocument} from '../../storage/document.ts';
import {readGovernmentIdRelated} from '../../storage/government-id-related.ts';
import {presentVerification} from '../../storage/resources/finding.ts';
import type {Row} from '../../storage/schema.ts';
import {readSelfieSizes} from '../../storage/selfie-related.ts';
import {fileUrls} from './file-url.ts';
import type {Call} from './operation.ts';

export async function verificationAnswer(
  {ctx, envId, now}: Pick<Call<unknown, unknown>, 'ctx' | 'envId' | 'now'>,
  reader: Reader,
  row: Row<'verification'>,
  status: 200 | 201 = 200,
): Promise<Answer> {
  const document = row.document_id === null ? undefined : await findDocument(reader, {envId, id: row.document_id});
  const related = {
    ...(await readGovernmentIdRelated(reader, envId, {inquiryId: row.inquiry_id, document})),
    sizes: await readSelfieSizes(reader, row),
  };
  return {status, body: {data: presentVerification(row, related, fileUrls(ctx, envId, now))}};
}
