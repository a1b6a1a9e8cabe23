import * as z from 'zod';
import {governmentIdDocumentSchema} from '../../../protocol/document.ts';
import {CountersignError} from '../../../protocol/errors.ts';
import {inquirySchema} from '../../../protocol/inquiry.ts';
import {findDocument} from '../../../storage/document.ts';
import {readGovernmentIdRelated} from '../../../storage/government-id-related.ts';
import {presentGovernmentIdDocument} from '../../../storage/resources/government-id.ts';
import {fileUrls} from '../file-url.ts';
import {includeInquiry} from '../include.ts';
import {oneSchema} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation, Call} from '../operation.ts';

export const documentOperations: readonly AnyOperation[] = [
  operation({
    id: 'retrieve-a-document',
    method: 'get',
    path: '/documents/{document-id}',
    tag: 'Documents',
    summary: 'Retrieve a document of any kind',
    permission: 'document.read',
    includes: ['inquiry'],
    query: z.strictObject({}),
    answers: {200: oneSchema(governmentIdDocumentSchema, inquirySchema)},
    handle: retrieve,
  }),
  operation({
    id: 'retrieve-a-government-id-document',
    method: 'get',
    path: '/document/government-ids/{document-id}',
    tag: 'Documents',
    summary: 'Retrieve a government ID as it was collected',
    permission: 'document.read',
    includes: ['inquiry'],
    query: z.strictObject({}),
    answers: {200: oneSchema(governmentIdDocumentSchema, inquirySchema)},
    handle: retrieve,
  }),
];

async function retrieve(call: Call<unknown, undefined>) {
  const {ctx, envId} = call;
  const {db} = ctx.database;
  const row = await findDocument(db, {envId, id: call.param('document-id')});
  // Other kinds of documents are collected by steps that come later.
  if (!row || row.kind !== 'government-id') throw new CountersignError('not_found');
  const related = await readGovernmentIdRelated(db, envId, {inquiryId: row.inquiry_id, document: row});
  const included = call.include.includes('inquiry') ? await includeInquiry(db, envId, row.inquiry_id) : [];
  return {
    status: 200,
    body: {
      data: presentGovernmentIdDocument(row, fileUrls(ctx, envId, call.now), related),
      ...(included.length > 0 && {included}),
    },
  };
}
