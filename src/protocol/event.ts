/** Something that happened, with the resource as it was at that moment. */
import * as z from 'zod';
import {identifier, timestamp} from './resource.ts';

const resource = z.strictObject({
  type: z.string(),
  id: identifier,
  attributes: z.record(z.string(), z.unknown()),
  relationships: z.record(z.string(), z.unknown()).optional(),
});

/** Every event this server can emit; webhooks may subscribe to these or to `*`. */
export const eventNames = [
  'account.created',
  'account.updated-fields',
  'account.updated-tags',
  'account.redacted',
  'account.archived',
  'account.consolidated',
  'account.consolidated-with',
  'account.tag-added',
  'account.tag-removed',
  'account.added-relation',
  'account.removed-relation',
  'account.status-updated',
  'document.created',
  'document.submitted',
  'document.processed',
  'document.errored',
  'inquiry.created',
  'inquiry.started',
  'inquiry.transitioned',
  'inquiry.completed',
  'inquiry.failed',
  'inquiry.expired',
  'inquiry.marked-for-review',
  'inquiry.approved',
  'inquiry.declined',
  'inquiry.redacted',
  'inquiry.updated-tags',
  'inquiry.biometric-consent-given',
  'inquiry-template-version.created',
  'inquiry-template-version.published',
  'inquiry-session.started',
  'inquiry-session.expired',
  'transaction.created',
  'transaction.status-updated',
  'transaction.updated-fields',
  'transaction.labeled',
  'transaction.redacted',
  'transaction.added-relation',
  'transaction.removed-relation',
  'transaction-type.deleted-field',
  'verification.created',
  'verification.submitted',
  'verification.passed',
  'verification.failed',
  'verification.requires-retry',
  'verification.canceled',
] as const;
export type EventName = (typeof eventNames)[number];

/** What the resource alone does not show of what happened, e.g. which tags were added. */
const context = z.record(z.string(), z.unknown()).optional();

export const eventPayloadSchema = z.strictObject({data: resource, included: z.array(resource).optional()});

/** What is kept of an event, sealed. */
export const keptEventSchema = z.strictObject({...eventPayloadSchema.shape, context});
export type KeptEvent = z.infer<typeof keptEventSchema>;
export type EventPayload = z.infer<typeof eventPayloadSchema>;

export const eventSchema = z
  .strictObject({
    type: z.literal('event'),
    id: identifier.meta({examples: ['evt_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      name: z.string().meta({examples: ['inquiry.approved']}),
      payload: eventPayloadSchema,
      context,
      'created-at': timestamp,
    }),
  })
  .meta({id: 'event', description: 'Something that happened, with the resource as it was at that moment.'});
export type EventResource = z.infer<typeof eventSchema>;
