/** One run of a template by one person, and what the API accepts about it. */
import * as z from 'zod';
import {fieldValuesSchema, identifier, timestamp, toMany, toOne} from './resource.ts';

export const inquiryStatuses = [
  'created',
  'pending',
  'completed',
  'failed',
  'expired',
  'needs_review',
  'approved',
  'declined',
] as const;

export const inquirySchema = z
  .strictObject({
    type: z.literal('inquiry'),
    id: identifier.meta({examples: ['inq_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      status: z.enum(inquiryStatuses),
      'reference-id': z.string().nullable().meta({description: 'Your own name for the person.'}),
      note: z.string().nullable(),
      behaviors: z.record(z.string(), z.unknown()).nullable(),
      tags: z.array(z.string()),
      creator: z.string(),
      'reviewer-comment': z.string().nullable(),
      'created-at': timestamp,
      'updated-at': timestamp,
      'started-at': timestamp.nullable().meta({description: 'When the first evidence was submitted.'}),
      'expires-at': timestamp.nullable(),
      'completed-at': timestamp.nullable(),
      'failed-at': timestamp.nullable(),
      'marked-for-review-at': timestamp.nullable(),
      'decisioned-at': timestamp.nullable(),
      'expired-at': timestamp.nullable(),
      'redacted-at': timestamp.nullable(),
      'previous-step-name': z.string().nullable(),
      'next-step-name': z.string().nullable(),
      fields: fieldValuesSchema,
    }),
    relationships: z.strictObject({
      account: toOne('account'),
      template: toOne('template'),
      'inquiry-template': toOne('inquiry-template'),
      'inquiry-template-version': toOne('inquiry-template-version'),
      transaction: toOne('transaction'),
      reviewer: toOne('user'),
      reports: toMany('report'),
      verifications: toMany(
        'verification/government-id',
        'verification/document',
        'verification/selfie',
        'verification/database',
        'verification/phone-number',
        'verification/email-address',
      ),
      sessions: toMany('inquiry-session'),
      documents: toMany('document/government-id', 'document/generic'),
      selfies: toMany('selfie'),
    }),
  })
  .meta({id: 'inquiry', description: 'One run of a template by one person.'});
export type InquiryResource = z.infer<typeof inquirySchema>;

const tags = z.array(z.string().min(1).max(100)).max(100);
const note = z.string().max(10_000).nullable();
const redirectUri = z.string().max(2000).nullable();
const seconds = z
  .int()
  .min(60)
  .max(366 * 24 * 3600)
  .nullable();
const writtenFields = z
  .record(z.string().max(100), z.unknown())
  .nullable()
  .meta({
    description: 'Plain values by key, typed by the template.',
    examples: [{'name-first': 'Anna Maria', birthdate: '1974-08-12'}],
  });

export const createInquirySchema = z.strictObject({
  data: z.strictObject({
    type: z.literal('inquiry').optional(),
    attributes: z.strictObject({
      'template-id': identifier
        .nullable()
        .optional()
        .meta({description: 'Same as `inquiry-template-id`, for older integrations.'}),
      'inquiry-template-id': identifier
        .nullable()
        .optional()
        .meta({description: 'The template to run, in its published version.'}),
      'inquiry-template-version-id': identifier.nullable().optional().meta({description: 'One exact version instead.'}),
      'reference-id': z
        .string()
        .min(1)
        .max(255)
        .nullable()
        .optional()
        .meta({description: 'Finds or makes the account of this name.'}),
      'account-id': identifier.nullable().optional(),
      'creator-email-address': z.string().max(254).nullable().optional(),
      'theme-id': identifier.nullable().optional(),
      'theme-set-id': identifier.nullable().optional(),
      'redirect-uri': redirectUri.optional(),
      note: note.optional(),
      fields: writtenFields.optional(),
      tags: tags.nullable().optional(),
      'initial-step-name': z.string().max(40).nullable().optional(),
    }),
  }),
  meta: z
    .strictObject({
      'auto-create-account': z.boolean().optional(),
      'auto-create-account-type-id': identifier.optional(),
      'auto-create-account-reference-id': z.string().min(1).max(255).optional(),
      'auto-create-inquiry-session': z.boolean().optional(),
      'auto-create-one-time-link': z.boolean().optional(),
      'expiration-after-create-interval-seconds': seconds.optional(),
      'expiration-after-start-interval-seconds': seconds.optional(),
      'expiration-after-resume-interval-seconds': seconds.optional(),
      'one-time-link-expiration-seconds': seconds.optional(),
    })
    .optional(),
});
export type CreateInquiryRequest = z.infer<typeof createInquirySchema>;

export const inquiryCreatedMetaSchema = z.strictObject({
  'session-token': z.string().nullable(),
  'one-time-link': z.string().nullable(),
  'one-time-link-short': z.string().nullable(),
});

export const updateInquirySchema = z.strictObject({
  data: z.strictObject({
    type: z.literal('inquiry').optional(),
    id: identifier.optional(),
    attributes: z.strictObject({
      note: note.optional(),
      fields: writtenFields.optional(),
      tags: tags.optional(),
      'redirect-uri': redirectUri.optional(),
    }),
  }),
});
export type UpdateInquiryRequest = z.infer<typeof updateInquirySchema>;

export const decideInquirySchema = z.strictObject({
  meta: z.strictObject({comment: z.string().max(10_000).nullable().optional()}).optional(),
});

/** What `perform-simulate-actions` takes, in the order they are done. */
const simulateActionSchema = z.union([
  z.strictObject({
    type: z.enum([
      'start_inquiry',
      'complete_inquiry',
      'fail_inquiry',
      'expire_inquiry',
      'mark_for_review_inquiry',
      'approve_inquiry',
      'decline_inquiry',
    ]),
  }),
  z.strictObject({
    type: z.enum(['create_passed_verification', 'create_failed_verification']),
    data: z
      .strictObject({
        'verification-template-id': identifier.optional().meta({
          description: 'Not looked at: which verification it is follows from the step the inquiry stands in.',
        }),
        selfie: z.enum(['wrong_person', 'swapped_person']).optional().meta({
          description:
            'Who fails a selfie: somebody else than the holder of the document, or two people who take turns in one session. The first unless given.',
        }),
      })
      .optional(),
  }),
]);
export type SimulateAction = z.infer<typeof simulateActionSchema>;

export const simulateInquirySchema = z.strictObject({
  meta: z.strictObject({'simulate-actions': z.array(simulateActionSchema).min(1).max(20)}),
});
