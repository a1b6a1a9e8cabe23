/** A person (or business) across inquiries, found by your own reference id. */
import * as z from 'zod';
import {fieldValuesSchema, identifier, timestamp} from './resource.ts';

export const accountSchema = z
  .strictObject({
    type: z.literal('account'),
    id: identifier.meta({examples: ['act_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      'reference-id': z.string().nullable(),
      'account-type-name': z.string(),
      'account-status': z.string(),
      'created-at': timestamp,
      'updated-at': timestamp,
      'redacted-at': timestamp.nullable(),
      fields: fieldValuesSchema,
      tags: z.array(z.string()),
    }),
    relationships: z.strictObject({
      'account-type': z.strictObject({data: z.strictObject({type: z.literal('account-type'), id: identifier})}),
    }),
  })
  .meta({id: 'account', description: 'A person across inquiries, found by your own reference id.'});
export type AccountResource = z.infer<typeof accountSchema>;

/** Field values may stand in `fields` or, as older integrations write them, directly among the attributes. */
export const createAccountSchema = z.strictObject({
  data: z
    .strictObject({
      type: z.literal('account').optional(),
      attributes: z
        .looseObject({
          'account-type-id': identifier.optional(),
          'account-status': z.string().min(1).max(100).optional(),
          'reference-id': z.string().min(1).max(255).nullable().optional(),
          tags: z.array(z.string().min(1).max(100)).max(100).nullable().optional(),
          fields: z.record(z.string().max(100), z.unknown()).optional(),
        })
        .optional(),
    })
    .optional(),
  meta: z.strictObject({'upsert-by': z.enum(['reference-id']).nullable().optional()}).optional(),
});
export type CreateAccountRequest = z.infer<typeof createAccountSchema>;
