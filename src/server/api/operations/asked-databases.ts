/** What somebody says of themselves, that a backend holds against records. */
import * as z from 'zod';
import {askDatabase, submitAskedDatabase} from '../../../commands/ask-database.ts';
import {askDatabaseSchema} from '../../../protocol/asked-verification.ts';
import type {PersonRecord} from '../../../protocol/database.ts';
import {newId} from '../../../protocol/ids.ts';
import {databaseVerificationSchema} from '../../../protocol/verification.ts';
import {subjectOfVerification} from '../../../storage/verification.ts';
import {oneSchema} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation} from '../operation.ts';
import {verificationAnswer} from '../verification-answer.ts';

const about = {tag: 'Verifications', permission: 'verification.write', query: z.strictObject({})} as const;

export const askedDatabaseOperations: readonly AnyOperation[] = [
  operation({
    ...about,
    id: 'create-a-database-verification',
    method: 'post',
    path: '/verification/databases',
    summary: 'Create a verification against records',
    description:
      'Nothing is looked up before it is submitted. `source` names a data set that was imported, or a registry that is configured.',
    creates: true,
    body: askDatabaseSchema,
    answers: {201: oneSchema(databaseVerificationSchema)},
    handle: (call) => {
      const {
        'verification-template-id': templateId,
        'country-code': country,
        source,
        ...said
      } = call.body.data.attributes;
      const id = newId('verification', call.now.getTime());
      // what was not said is not there after parsing
      const person = {...said, ...(country !== undefined && {'address-country-code': country})} as PersonRecord;
      return call.write({
        work: (w) => askDatabase(w, {id, templateId, source, person}),
        subjectOf: (row) => subjectOfVerification(row),
        respond: (row, w) => verificationAnswer(call, w.tx, row, 201),
      });
    },
  }),
  operation({
    ...about,
    id: 'submit-a-database-verification',
    method: 'post',
    path: '/verification/databases/{verification-id}/submit',
    summary: 'Submit a verification against records',
    description:
      'A worker looks the person up; `verification.passed`, `.failed` or, where no source answered, `.requires-retry` tells the end.',
    answers: {200: oneSchema(databaseVerificationSchema)},
    handle: (call) =>
      call.write({
        work: (w) => submitAskedDatabase(w, {verificationId: call.param('verification-id')}),
        subjectOf: (row) => subjectOfVerification(row),
        respond: (row, w) => verificationAnswer(call, w.tx, row),
      }),
  }),
];
