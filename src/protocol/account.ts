/** A person (or business) across inquiries, found by your own reference id. */
import * as z from 'zod';
import {tagList} from './tags.ts';
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

const accountFieldConfig = z.looseObject({
  required: z.boolean(),
  'archived-at': timestamp.nullable(),
  'deactivated-at': timestamp.nullable(),
});

export const accountTypeSchema = z
  .strictObject({
    type: z.literal('account-type'),
    id: identifier.meta({examples: ['acttp_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      name: z.string(),
      'created-at': timestamp,
      'updated-at': timestamp.nullable(),
      'field-schemas': z.array(
        z.strictObject({
          type: z.string(),
          key: z.string(),
          label: z.string().nullable(),
          config: accountFieldConfig.meta({
            description: 'With `item-schemas` of a hash, `item-schema` of an array, or the `target` of a relation.',
          }),
        }),
      ),
    }),
  })
  .meta({id: 'account-type', description: 'Which fields and relations accounts have.'});
export type AccountTypeResource = z.infer<typeof accountTypeSchema>;

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
export const updateAccountSchema = z.strictObject({
  data: z
    .strictObject({
      type: z.literal('account').optional(),
      id: identifier.optional(),
      attributes: z
        .looseObject({
          'reference-id': z.string().min(1).max(255).nullable().optional(),
          'account-status': z.string().min(1).max(100).optional(),
          tags: tagList.optional(),
          fields: z.record(z.string().max(100), z.unknown()).optional(),
        })
        .optional(),
    })
    .optional(),
});

export const consolidateAccountsSchema = z.strictObject({
  meta: z.strictObject({'source-account-ids': z.array(identifier).min(1).max(20)}),
});

export const accountRelationSchema = z.strictObject({
  meta: z.strictObject({
    'relation-schema-key': z.string().min(1).max(100).meta({description: "A relation of the account's type."}),
    'target-object-id': identifier,
  }),
});

export type CreateAccountRequest = z.infer<typeof createAccountSchema>;
