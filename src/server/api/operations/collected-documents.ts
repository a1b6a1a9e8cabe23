/** Documents that a backend collects for an inquiry: create, give files, submit; a worker reads them. */
import * as z from 'zod';
import {collectDocument, submitCollected, updateCollected} from '../../../commands/collect-document.ts';
import {sealGivenFiles} from '../../../commands/given-file.ts';
import type {SealedSide, SidedFile} from '../../../commands/give-pictures.ts';
import {
  collectGenericSchema,
  collectGovernmentIdSchema,
  giveGenericSchema,
  giveGovernmentIdSchema,
} from '../../../protocol/asked-verification.ts';
import {governmentIdDocumentSchema} from '../../../protocol/document.ts';
import {genericDocumentSchema} from '../../../protocol/generic-document-resources.ts';
import {largestRequestWithFiles} from '../../../protocol/given-file.ts';
import type {Reader} from '../../../storage/database.ts';
import {findDocument, subjectOfDocument} from '../../../storage/document.ts';
import type {DocumentRow} from '../../../storage/document.ts';
import {readGovernmentIdRelated} from '../../../storage/government-id-related.ts';
import {findInquiry} from '../../../storage/inquiry.ts';
import {presentDocument} from '../../../storage/resources/finding.ts';
import {fileUrls} from '../file-url.ts';
import {pagesOf, sidesOf} from '../given-files.ts';
import {oneSchema} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation, Call} from '../operation.ts';

type Kind = DocumentRow['kind'];

const about = {tag: 'Documents', permission: 'document.write', query: z.strictObject({})} as const;
const withFiles = {largestBodyBytes: largestRequestWithFiles} as const;

export const collectedDocumentOperations: readonly AnyOperation[] = [
  operation({
    ...about,
    ...withFiles,
    id: 'create-a-government-id-document',
    method: 'post',
    path: '/document/government-ids',
    summary: 'Collect a government ID for an inquiry',
    description: 'It is read when it is submitted, and judged by nobody; a verification judges.',
    creates: true,
    body: collectGovernmentIdSchema,
    answers: {201: oneSchema(governmentIdDocumentSchema)},
    handle: (call) => {
      const {'inquiry-id': inquiryId, 'country-code': country, ...rest} = call.body.data.attributes;
      const said = {...(country && {'issuing-country': country}), ...classOf(rest)};
      return create(call, {kind: 'government-id', inquiryId, files: sidesOf(rest), attributes: said});
    },
  }),
  operation({
    ...about,
    ...withFiles,
    id: 'create-a-generic-document',
    method: 'post',
    path: '/document/generics',
    summary: 'Collect a proof of address or another document for an inquiry',
    creates: true,
    body: collectGenericSchema,
    answers: {201: oneSchema(genericDocumentSchema)},
    handle: (call) => {
      const {'inquiry-id': inquiryId, kind, files} = call.body.data.attributes;
      return create(call, {kind: 'generic', inquiryId, files: pagesOf(files), attributes: kind ? {kind} : {}});
    },
  }),
  operation({
    ...about,
    ...withFiles,
    id: 'update-a-government-id-document',
    method: 'patch',
    path: '/document/government-ids/{document-id}',
    summary: 'Give a government ID pictures',
    description: 'While it is `initiated`; another picture of a side takes the place of the first.',
    body: giveGovernmentIdSchema,
    answers: {200: oneSchema(governmentIdDocumentSchema)},
    handle: (call) => {
      const {attributes} = call.body.data;
      return update(call, {kind: 'government-id', files: sidesOf(attributes), attributes: classOf(attributes)});
    },
  }),
  operation({
    ...about,
    ...withFiles,
    id: 'update-a-generic-document',
    method: 'patch',
    path: '/document/generics/{document-id}',
    summary: 'Give a document more pages, or another kind',
    description: 'While it is `initiated`.',
    body: giveGenericSchema,
    answers: {200: oneSchema(genericDocumentSchema)},
    handle: (call) => {
      const {kind, files} = call.body.data.attributes;
      return update(call, {kind: 'generic', files: pagesOf(files), attributes: kind ? {kind} : {}});
    },
  }),
  submit('government-id', '/document/government-ids', governmentIdDocumentSchema),
  submit('generic', '/document/generics', genericDocumentSchema),
];

function classOf({'selected-id-class': idClass}: {'selected-id-class'?: string | undefined}): Record<string, string> {
  return idClass === undefined ? {} : {'id-class': idClass};
}

interface Given {
  kind: Kind;
  files: readonly SidedFile[];
  attributes: Record<string, unknown>;
}

function create(call: Call<unknown, unknown>, {files, ...input}: Given & {inquiryId: string}) {
  let pictures: SealedSide[] = [];
  return call.write({
    prepare: async () => {
      const inquiry = await findInquiry(call.ctx.database.db, call.envId, input.inquiryId);
      // that there is none is told by the command
      if (inquiry) pictures = await sealGivenFiles(call.ctx, call.scope, inquiry.id, files);
    },
    work: (w) => collectDocument(w, {...input, pictures}),
    subjectOf: (row) => subjectOfDocument(row),
    respond: (row, w) => answer(call, w.tx, row, 201),
  });
}

function update(call: Call<unknown, unknown>, {files, ...input}: Given) {
  const documentId = call.param('document-id');
  let pictures: SealedSide[] = [];
  return call.write({
    prepare: async () => {
      const known = await findDocument(call.ctx.database.db, {envId: call.envId, id: documentId});
      if (known) pictures = await sealGivenFiles(call.ctx, call.scope, subjectOfDocument(known), files);
    },
    work: (w) => updateCollected(w, {...input, documentId, pictures}),
    subjectOf: (row) => subjectOfDocument(row),
    respond: (row, w) => answer(call, w.tx, row),
  });
}

function submit(kind: Kind, path: string, schema: z.ZodType): AnyOperation {
  return operation({
    ...about,
    id: `submit-a-${kind}-document`,
    method: 'post',
    path: `${path}/{document-id}/submit`,
    summary: `Submit a ${kind.replace('government-id', 'government ID').replace('generic', 'generic document')}`,
    description: 'A worker reads it; `document.processed` or `document.errored` tells the end.',
    answers: {200: oneSchema(schema)},
    handle: (call) =>
      call.write({
        work: (w) => submitCollected(w, {documentId: call.param('document-id'), kind}),
        subjectOf: (row) => subjectOfDocument(row),
        respond: (row, w) => answer(call, w.tx, row),
      }),
  });
}

async function answer(call: Call<unknown, unknown>, reader: Reader, row: DocumentRow, status: 200 | 201 = 200) {
  const {ctx, envId, now} = call;
  const related = await readGovernmentIdRelated(reader, envId, {inquiryId: row.inquiry_id, document: row});
  return {status, body: {data: presentDocument(row, fileUrls(ctx, envId, now), related)}};
}
