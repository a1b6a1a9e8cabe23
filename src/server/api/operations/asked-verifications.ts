/** Verifications that a backend leads with no person in a flow: create, give pictures, submit; the result is read as any other. */
import * as z from 'zod';
import {askVerification, submitAskedVerification} from '../../../commands/ask-verification.ts';
import {askedConfig} from '../../../commands/asked-config.ts';
import {holdInquiry} from '../../../commands/change-inquiry.ts';
import {keepGivenFile, sealGivenFiles} from '../../../commands/given-file.ts';
import {attachFiles, givePictures} from '../../../commands/give-pictures.ts';
import type {SealedSide, SidedFile} from '../../../commands/give-pictures.ts';
import {takeUpDocument} from '../../../commands/take-up-document.ts';
import {
  askDocumentSchema,
  askGovernmentIdSchema,
  askSelfieSchema,
  giveGovernmentIdSchema,
} from '../../../protocol/asked-verification.ts';
import {documentVerificationSchema} from '../../../protocol/generic-document-resources.ts';
import {largestRequestWithFiles} from '../../../protocol/given-file.ts';
import {newId} from '../../../protocol/ids.ts';
import {governmentIdVerificationSchema, selfieVerificationSchema} from '../../../protocol/verification.ts';
import type {Row} from '../../../storage/schema.ts';
import {findVerification, subjectOfVerification} from '../../../storage/verification.ts';
import {sidesOf} from '../given-files.ts';
import {oneSchema} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation, Call} from '../operation.ts';
import {verificationAnswer} from '../verification-answer.ts';

type Kind = Row<'verification'>['kind'];

const about = {tag: 'Verifications', permission: 'verification.write', query: z.strictObject({})} as const;
const withFiles = {largestBodyBytes: largestRequestWithFiles} as const;

export const askedVerificationOperations: readonly AnyOperation[] = [
  operation({
    ...about,
    ...withFiles,
    id: 'create-a-government-id-verification',
    method: 'post',
    path: '/verification/government-ids',
    summary: 'Create a verification of a government ID',
    description:
      'For backends that have the pictures already. Nothing is looked at before it is submitted; alone, it is sealed with a key of its own.',
    creates: true,
    body: askGovernmentIdSchema,
    answers: {201: oneSchema(governmentIdVerificationSchema)},
    handle: (call) => {
      const {'country-code': countryCode, 'selected-id-class': idClass} = call.body.data.attributes;
      const said = {...(countryCode && {countryCode}), ...(idClass && {attributes: {'id-class': idClass}})};
      return create(call, 'government-id', said);
    },
  }),
  operation({
    ...about,
    ...withFiles,
    id: 'create-a-selfie-verification',
    method: 'post',
    path: '/verification/selfies',
    summary: 'Create a verification of a selfie',
    description:
      'Of files, so its check of liveness says `not_captured_live`. The face is held against nothing unless a transaction brings a document too.',
    creates: true,
    body: askSelfieSchema,
    answers: {201: oneSchema(selfieVerificationSchema)},
    handle: (call) => create(call, 'selfie', {}),
  }),
  operation({
    ...about,
    id: 'create-a-document-verification',
    method: 'post',
    path: '/verification/documents',
    summary: 'Create a verification of a document that was collected',
    description: 'The document must be of the inquiry, generic, and of no verification yet.',
    creates: true,
    body: askDocumentSchema,
    answers: {201: oneSchema(documentVerificationSchema)},
    handle: (call) => {
      const {
        'inquiry-id': inquiryId,
        'document-id': documentId,
        'verification-template-id': templateId,
      } = call.body.data.attributes;
      return call.write({
        work: async (w) => {
          await holdInquiry(w, inquiryId);
          const config = await askedConfig(w.tx, w.envId, {kind: 'document', templateId});
          return takeUpDocument(w, {inquiryId, documentId, ...config});
        },
        subjectOf: (row) => subjectOfVerification(row),
        respond: (row, w) => verificationAnswer(call, w.tx, row, 201),
      });
    },
  }),
  operation({
    ...about,
    ...withFiles,
    id: 'update-a-government-id-verification',
    method: 'patch',
    path: '/verification/government-ids/{verification-id}',
    aliases: ['/verifications/government-ids/{verification-id}'],
    summary: 'Give a verification of a government ID pictures',
    description: 'While it is `initiated` or `requires_retry`; another picture of a side takes the place of the first.',
    body: giveGovernmentIdSchema,
    answers: {200: oneSchema(governmentIdVerificationSchema)},
    handle: (call) => {
      const {attributes} = call.body.data;
      const verificationId = call.param('verification-id');
      const idClass = attributes['selected-id-class'];
      let pictures: SealedSide[] = [];
      return call.write({
        prepare: async () => {
          const known = await findVerification(call.ctx.database.db, {envId: call.envId, id: verificationId});
          // whether it may be changed is told by the command, which holds it
          if (known?.asked) pictures = await seal(call, subjectOfVerification(known), sidesOf(attributes));
        },
        work: (w) => givePictures(w, {verificationId, kind: 'government-id', pictures, ...(idClass && {idClass})}),
        subjectOf: (row) => subjectOfVerification(row),
        respond: (row, w) => verificationAnswer(call, w.tx, row),
      });
    },
  }),
  submit('government-id', '/verification/government-ids', governmentIdVerificationSchema),
  submit('selfie', '/verification/selfies', selfieVerificationSchema),
  submit('document', '/verification/documents', documentVerificationSchema),
];

type CreateCall = Call<unknown, {data: {attributes: {'verification-template-id'?: string | undefined}}}>;

/** Files first, then one commit that holds the verification with them. */
function create(call: CreateCall, kind: Kind, said: {countryCode?: string; attributes?: Record<string, unknown>}) {
  const {attributes} = call.body.data;
  const id = newId('verification', call.now.getTime());
  let pictures: SealedSide[] = [];
  return call.write({
    prepare: async () => {
      pictures = await seal(call, id, sidesOf(attributes));
    },
    work: async (w) => {
      const templateId = attributes['verification-template-id'];
      const config = await askedConfig(w.tx, w.envId, {kind, templateId});
      const row = await askVerification(w, {id, kind, ...config, ...said});
      for (const picture of pictures) await keepGivenFile(w, picture);
      return pictures.length > 0 ? attachFiles(w, row, pictures) : row;
    },
    subjectOf: (row) => subjectOfVerification(row),
    respond: (row, w) => verificationAnswer(call, w.tx, row, 201),
  });
}

function seal({ctx, scope}: Call<unknown, unknown>, subjectId: string, files: readonly SidedFile[]) {
  return sealGivenFiles(ctx, scope, subjectId, files);
}

function submit(kind: Kind, path: string, answer: z.ZodType): AnyOperation {
  return operation({
    ...about,
    id: `submit-a-${kind}-verification`,
    method: 'post',
    path: `${path}/{verification-id}/submit`,
    summary: `Submit a verification of a ${kind.replace('government-id', 'government ID')}`,
    description: 'A worker runs its checks; `verification.passed`, `.failed` or `.requires-retry` tells the end.',
    answers: {200: oneSchema(answer)},
    handle: (call) =>
      call.write({
        work: (w) => submitAskedVerification(w, {verificationId: call.param('verification-id'), kind}),
        subjectOf: (row) => subjectOfVerification(row),
        respond: (row, w) => verificationAnswer(call, w.tx, row),
      }),
  });
}
