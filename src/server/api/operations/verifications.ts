import * as z from 'zod';
import {governmentIdDocumentSchema} from '../../../protocol/document.ts';
import {lockForInvestigation, redactVerification} from '../../../commands/redact-verification.ts';
import {CountersignError} from '../../../protocol/errors.ts';
import {documentVerificationSchema, genericDocumentSchema} from '../../../protocol/generic-document-resources.ts';
import {inquirySchema} from '../../../protocol/inquiry.ts';
import {
  databaseVerificationSchema,
  emailAddressVerificationSchema,
  governmentIdVerificationSchema,
  phoneNumberVerificationSchema,
  selfieVerificationSchema,
} from '../../../protocol/verification.ts';
import {findDocument} from '../../../storage/document.ts';
import {readGovernmentIdRelated} from '../../../storage/government-id-related.ts';
import {presentDocument, presentVerification} from '../../../storage/resources/finding.ts';
import type {Row} from '../../../storage/schema.ts';
import {readSelfieSizes} from '../../../storage/selfie-related.ts';
import {findVerification, subjectOfVerification} from '../../../storage/verification.ts';
import {fileUrls} from '../file-url.ts';
import {includeInquiry} from '../include.ts';
import {oneSchema} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation, Call} from '../operation.ts';
import {verificationAnswer} from '../verification-answer.ts';

const anyVerification = z.union([
  governmentIdVerificationSchema,
  documentVerificationSchema,
  selfieVerificationSchema,
  databaseVerificationSchema,
  phoneNumberVerificationSchema,
  emailAddressVerificationSchema,
]);
const included = z.union([inquirySchema, governmentIdDocumentSchema, genericDocumentSchema]);

export const verificationOperations: readonly AnyOperation[] = [
  operation({
    id: 'retrieve-a-verification',
    method: 'get',
    path: '/verifications/{verification-id}',
    tag: 'Verifications',
    summary: 'Retrieve a verification of any kind',
    permission: 'verification.read',
    includes: ['inquiry', 'document'],
    query: z.strictObject({}),
    answers: {200: oneSchema(anyVerification, included)},
    handle: (call) => retrieve(call),
  }),
  operation({
    id: 'retrieve-a-government-id-verification',
    method: 'get',
    path: '/verification/government-ids/{verification-id}',
    tag: 'Verifications',
    summary: 'Retrieve a verification of a government ID',
    description:
      'As in the reference, `include` adds nothing here; `/verifications/{verification-id}` sends things along.',
    permission: 'verification.read',
    includes: ['inquiry', 'document'],
    query: z.strictObject({}),
    answers: {200: oneSchema(governmentIdVerificationSchema)},
    handle: (call) => retrieve({...call, include: []}, 'government-id'),
  }),
  operation({
    id: 'retrieve-a-document-verification',
    method: 'get',
    path: '/verification/documents/{verification-id}',
    tag: 'Verifications',
    summary: 'Retrieve a verification of a proof of address or another document',
    description:
      'As in the reference, `include` adds nothing here; `/verifications/{verification-id}` sends things along.',
    permission: 'verification.read',
    includes: ['inquiry', 'document'],
    query: z.strictObject({}),
    answers: {200: oneSchema(documentVerificationSchema)},
    handle: (call) => retrieve({...call, include: []}, 'document'),
  }),
  operation({
    id: 'retrieve-a-selfie-verification',
    method: 'get',
    path: '/verification/selfies/{verification-id}',
    tag: 'Verifications',
    summary: 'Retrieve a verification of a selfie',
    description:
      'As in the reference, `include` adds nothing here; `/verifications/{verification-id}` sends things along.',
    permission: 'verification.read',
    includes: ['inquiry', 'document'],
    query: z.strictObject({}),
    answers: {200: oneSchema(selfieVerificationSchema)},
    handle: (call) => retrieve({...call, include: []}, 'selfie'),
  }),
  operation({
    id: 'retrieve-a-phone-number-verification',
    method: 'get',
    path: '/verification/phone-numbers/{verification-id}',
    tag: 'Verifications',
    summary: 'Retrieve a verification of a phone number',
    description:
      'As in the reference, `include` adds nothing here; `/verifications/{verification-id}` sends things along.',
    permission: 'verification.read',
    includes: ['inquiry', 'document'],
    query: z.strictObject({}),
    answers: {200: oneSchema(phoneNumberVerificationSchema)},
    handle: (call) => retrieve({...call, include: []}, 'phone-number'),
  }),
  operation({
    id: 'retrieve-an-email-address-verification',
    method: 'get',
    path: '/verification/email-addresses/{verification-id}',
    aliases: ['/verification/email-address/{verification-id}'],
    tag: 'Verifications',
    summary: 'Retrieve a verification of an e-mail address',
    description:
      'As in the reference, `include` adds nothing here; `/verifications/{verification-id}` sends things along.',
    permission: 'verification.read',
    includes: ['inquiry', 'document'],
    query: z.strictObject({}),
    answers: {200: oneSchema(emailAddressVerificationSchema)},
    handle: (call) => retrieve({...call, include: []}, 'email-address'),
  }),
  operation({
    id: 'retrieve-a-database-verification',
    method: 'get',
    path: '/verification/databases/{verification-id}',
    tag: 'Verifications',
    summary: 'Retrieve a verification against records',
    description:
      'As in the reference, `include` adds nothing here; `/verifications/{verification-id}` sends things along.',
    permission: 'verification.read',
    includes: ['inquiry', 'document'],
    query: z.strictObject({}),
    answers: {200: oneSchema(databaseVerificationSchema)},
    handle: (call) => retrieve({...call, include: []}, 'database'),
  }),
  operation({
    id: 'redact-a-verification',
    method: 'delete',
    path: '/verifications/{verification-id}',
    tag: 'Verifications',
    summary: 'Redact a verification',
    description: 'Forgets what was found, with the document and its pictures. The inquiry and its fields stay.',
    permission: 'verification.write',
    query: z.strictObject({}),
    answers: {200: oneSchema(anyVerification)},
    handle: (call) =>
      call.write({
        work: (w) => redactVerification(w, {verificationId: call.param('verification-id')}),
        subjectOf: (row) => row.env_id,
        respond: (row, w) => verificationAnswer(call, w.tx, row),
      }),
  }),
  investigation('investigation-lock', 'Keep a verification from being redacted while it is investigated', true),
  investigation('investigation-unlock', 'End the investigation of a verification', false),
];

function investigation(verb: string, summary: string, locked: boolean): AnyOperation {
  return operation({
    id: verb,
    method: 'post',
    path: `/verifications/{verification-id}/${verb}`,
    tag: 'Verifications',
    summary,
    ...(locked && {description: 'Nor is the inquiry or the account it belongs to; retention waits too.'}),
    permission: 'verification.write',
    query: z.strictObject({}),
    answers: {200: oneSchema(anyVerification)},
    handle: (call) =>
      call.write({
        work: (w) => lockForInvestigation(w, {verificationId: call.param('verification-id'), locked}),
        subjectOf: (row) => subjectOfVerification(row),
        respond: (row, w) => verificationAnswer(call, w.tx, row),
      }),
  });
}

/** `kind`: the only one that this address knows; any without it. */
async function retrieve(call: Call<unknown, undefined>, kind?: Row<'verification'>['kind']) {
  const {ctx, envId} = call;
  const {db} = ctx.database;
  const row = await findVerification(db, {envId, id: call.param('verification-id')});
  if (!row || (kind !== undefined && row.kind !== kind)) throw new CountersignError('not_found');
  const document = row.document_id === null ? undefined : await findDocument(db, {envId, id: row.document_id});
  const related = {
    ...(await readGovernmentIdRelated(db, envId, {inquiryId: row.inquiry_id, document})),
    sizes: await readSelfieSizes(db, row),
  };
  const urls = fileUrls(ctx, envId, call.now);
  const {inquiry_id: inquiryId} = row;
  const inquiry = call.include.includes('inquiry') ? await includeInquiry(db, envId, {inquiryId, urls}) : [];
  const documents = document && call.include.includes('document') ? [presentDocument(document, urls, related)] : [];
  const all = [...inquiry, ...documents];
  return {
    status: 200,
    body: {data: presentVerification(row, related, urls), ...(all.length > 0 && {included: all})},
  };
}
