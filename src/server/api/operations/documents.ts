import * as z from 'zod';
import {governmentIdDocumentSchema} from '../../../protocol/document.ts';
import {CountersignError} from '../../../protocol/errors.ts';
import {genericDocumentSchema} from '../../../protocol/generic-document-resources.ts';
import {inquirySchema} from '../../../protocol/inquiry.ts';
import {findDocument} from '../../../storage/document.ts';
import {readGovernmentIdRelated} from '../../../storage/government-id-related.ts';
import {presentDocument} from '../../../storage/resources/finding.ts';
import type {Row} from '../../../storage/schema.ts';
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
    answers: {200: oneSchema(z.union([governmentIdDocumentSchema, genericDocumentSchema]), inquirySchema)},
    handle: (call) => retrieve(call),
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
    handle: (call) => retrieve(call, 'government-id'),
  }),
  operation({
    id: 'retrieve-a-generic-document',
    method: 'get',
    path: '/document/generics/{document-id}',
    tag: 'Documents',
    summary: 'Retrieve a proof of address or another document as it was collected',
    permission: 'document.read',
    includes: ['inquiry'],
    query: z.strictObject({}),
    answers: {200: oneSchema(genericDocumentSchema, inquirySchema)},
    handle: (call) => retrieve(call, 'generic'),
  }),
];

/** `kind`: the only one that this address knows; any without it. */
async function retrieve(call: Call<unknown, undefined>, kind?: Row<'document'>['kind']) {
  const {ctx, envId} = call;
  const {db} = ctx.database;
  const row = await findDocument(db, {envId, id: call.param('document-id')});
  if (!row || (kind !== undefined && row.kind !== kind)) throw new CountersignError('not_found');
  const related = await readGovernmentIdRelated(db, envId, {inquiryId: row.inquiry_id, document: row});
  const urls = fileUrls(ctx, envId, call.now);
  const {inquiry_id: inquiryId} = row;
  const included = call.include.includes('inquiry') ? await includeInquiry(db, envId, {inquiryId, urls}) : [];
  return {
    status: 200,
    body: {
      data: presentDocument(row, urls, related),
      ...(included.length > 0 && {included}),
    },
  };
}
