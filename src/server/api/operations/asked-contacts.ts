/** Phone numbers and e-mail addresses that a backend verifies: create, have a code sent, confirm it, submit. */
import * as z from 'zod';
import {askContact, confirmAskedCode, sendAskedCode, submitAskedContact} from '../../../commands/ask-contact.ts';
import {
  askEmailAddressSchema,
  askPhoneNumberSchema,
  confirmCodeSchema,
  sendEmailCodeSchema,
  sendPhoneCodeSchema,
} from '../../../protocol/asked-verification.ts';
import type {ContactKind} from '../../../protocol/contact.ts';
import {CountersignError} from '../../../protocol/errors.ts';
import {newId} from '../../../protocol/ids.ts';
import {emailAddressVerificationSchema, phoneNumberVerificationSchema} from '../../../protocol/verification.ts';
import {subjectOfVerification} from '../../../storage/verification.ts';
import {oneSchema} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation, Call} from '../operation.ts';
import {verificationAnswer} from '../verification-answer.ts';

const about = {tag: 'Verifications', permission: 'verification.write', query: z.strictObject({})} as const;

const creating = {
  ...about,
  method: 'post',
  creates: true,
  description: 'Nothing is sent yet. Without a template every kind that takes a text message is accepted.',
} as const;
const sending = {
  ...about,
  method: 'post',
  description:
    'Six digits, good for ten minutes; another one takes the place of the first. 429 says when the next may be sent; of one verification five are.',
} as const;

const nouns: Record<ContactKind, {id: string; text: string}> = {
  'phone-number': {id: 'a-phone-number', text: 'a phone number'},
  'email-address': {id: 'an-email-address', text: 'an e-mail address'},
};

export const askedContactOperations: readonly AnyOperation[] = [
  operation({
    ...creating,
    id: 'create-a-phone-number-verification',
    path: '/verification/phone-numbers',
    summary: 'Create a verification of a phone number',
    body: askPhoneNumberSchema,
    answers: {201: oneSchema(phoneNumberVerificationSchema)},
    handle: (call) => {
      const {'phone-number': text, 'country-code': countryCode} = call.body.data.attributes;
      return create(call, 'phone-number', {text, countryCode});
    },
  }),
  operation({
    ...creating,
    id: 'create-an-email-address-verification',
    path: '/verification/email-addresses',
    summary: 'Create a verification of an e-mail address',
    description: 'Nothing is sent yet. Addresses of disposable providers are refused.',
    body: askEmailAddressSchema,
    answers: {201: oneSchema(emailAddressVerificationSchema)},
    handle: (call) => create(call, 'email-address', {text: call.body.data.attributes['email-address']}),
  }),
  operation({
    ...sending,
    id: 'send-a-confirmation-code-to-a-phone-number',
    path: '/verification/phone-numbers/{verification-id}/send-confirmation-code',
    summary: 'Send a code to the phone number',
    body: sendPhoneCodeSchema,
    answers: {200: oneSchema(phoneNumberVerificationSchema)},
    handle: (call) => {
      const {'phone-number': text, 'country-code': countryCode, language} = call.body.data?.attributes ?? {};
      return send(call, 'phone-number', {given: text === undefined ? undefined : {text, countryCode}, language});
    },
  }),
  operation({
    ...sending,
    id: 'send-a-confirmation-code-to-an-email-address',
    path: '/verification/email-addresses/{verification-id}/send-confirmation-code',
    summary: 'Send a code to the e-mail address',
    body: sendEmailCodeSchema,
    answers: {200: oneSchema(emailAddressVerificationSchema)},
    handle: (call) => {
      const {'email-address': text, language} = call.body.data?.attributes ?? {};
      return send(call, 'email-address', {given: text === undefined ? undefined : {text}, language});
    },
  }),
  confirm('phone-number', '/verification/phone-numbers', phoneNumberVerificationSchema),
  confirm('email-address', '/verification/email-addresses', emailAddressVerificationSchema),
  submit('phone-number', '/verification/phone-numbers', phoneNumberVerificationSchema),
  submit('email-address', '/verification/email-addresses', emailAddressVerificationSchema),
];

type CreateCall = Call<unknown, {data: {attributes: {'verification-template-id'?: string | undefined}}}>;

function create(call: CreateCall, kind: ContactKind, given: {text: string; countryCode?: string | undefined}) {
  const id = newId('verification', call.now.getTime());
  const templateId = call.body.data.attributes['verification-template-id'];
  return call.write({
    work: (w) => askContact(w, {id, kind, templateId, ...given}),
    subjectOf: (row) => subjectOfVerification(row),
    respond: (row, w) => verificationAnswer(call, w.tx, row, 201),
  });
}

function send(
  call: Call<unknown, unknown>,
  kind: ContactKind,
  more: Pick<Parameters<typeof sendAskedCode>[1], 'given' | 'language'>,
) {
  return call.write({
    work: (w) => sendAskedCode(w, {verificationId: call.param('verification-id'), kind, ...more}),
    subjectOf: (row) => subjectOfVerification(row),
    respond: (row, w) => verificationAnswer(call, w.tx, row),
  });
}

function confirm(kind: ContactKind, path: string, answer: z.ZodType): AnyOperation {
  const noun = nouns[kind];
  return operation({
    ...about,
    id: `confirm-${noun.id}`,
    method: 'post',
    path: `${path}/{verification-id}/confirm`,
    summary: `Confirm ${noun.text} with the code that was sent there`,
    description:
      'A worker runs the checks; `verification.passed` or `.failed` tells the end. A wrong code is 422, and counts: after five another one must be sent.',
    body: confirmCodeSchema,
    answers: {200: oneSchema(answer)},
    handle: async (call) => {
      const code = call.body.data.attributes['confirmation-code'];
      const given = await call.write({
        work: (w) => confirmAskedCode(w, {verificationId: call.param('verification-id'), kind, code}),
        subjectOf: ({row}) => subjectOfVerification(row),
        // kept under the idempotency key as it is, so the same request is refused again
        respond: ({row, refused}, w) =>
          refused === undefined ? verificationAnswer(call, w.tx, row) : {status: 422, body: {refused}},
      });
      if (given.status !== 422) return given;
      const {refused} = given.body as {refused: string};
      throw new CountersignError('unprocessable', {
        details: refused,
        pointer: '/data/attributes/confirmation-code',
      });
    },
  });
}

function submit(kind: ContactKind, path: string, answer: z.ZodType): AnyOperation {
  return operation({
    ...about,
    id: `submit-a-${kind}-verification`,
    method: 'post',
    path: `${path}/{verification-id}/submit`,
    summary: `Submit a verification of ${nouns[kind].text}`,
    description:
      'Runs the checks as far as it came: without a code that came back, the check of it fails where it is required. One that was confirmed is being judged already, and answers as it stands.',
    answers: {200: oneSchema(answer)},
    handle: (call) =>
      call.write({
        work: (w) => submitAskedContact(w, {verificationId: call.param('verification-id'), kind}),
        subjectOf: (row) => subjectOfVerification(row),
        respond: (row, w) => verificationAnswer(call, w.tx, row),
      }),
  });
}
