/** Something that is judged with no person in a flow: its fields, files among them, run through the verifications of its type. */
import * as z from 'zod';
import {fieldValuesSchema, identifier, timestamp, toOne} from './resource.ts';
import {tagList} from './tags.ts';

/** A file as a transaction's field keeps it. */
export interface KeptFile {
  fileId: string;
  filename: string;
  'byte-size': number;
}

const anyResource = z.strictObject({type: z.string(), id: identifier});

export const transactionSchema = z
  .strictObject({
    type: z.literal('transaction'),
    id: identifier.meta({examples: ['txn_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      status: z.string().meta({examples: ['created', 'completed', 'approved', 'declined', 'needs_review']}),
      'reference-id': z.string().nullable(),
      fields: fieldValuesSchema,
      tags: z.array(z.string()),
      'created-at': timestamp,
      'updated-at': timestamp,
    }),
    relationships: z.strictObject({
      reviewer: z.strictObject({data: anyResource.nullable()}),
      'transaction-label': toOne('transaction-label'),
      'transaction-type': z.strictObject({data: z.strictObject({type: z.literal('transaction-type'), id: identifier})}),
      'related-objects': z.strictObject({data: z.array(anyResource)}),
    }),
  })
  .meta({id: 'transaction', description: 'Something that is judged without a person in a flow.'});
export type TransactionResource = z.infer<typeof transactionSchema>;

export const transactionLabelSchema = z
  .strictObject({
    type: z.literal('transaction-label'),
    id: identifier.meta({examples: ['txnl_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      'model-label': z.string(),
      'model-version': z.string().nullable(),
      'created-at': timestamp,
      'updated-at': timestamp,
    }),
  })
  .meta({id: 'transaction-label', description: 'What a model of yours, or a person, called a transaction.'});
export type TransactionLabelResource = z.infer<typeof transactionLabelSchema>;

const fields = z.record(z.string(), z.unknown()).meta({
  description: 'By the keys of the type; a file is `{data, filename}`, its data in base64. `null` clears one.',
});
const referenceId = z.string().min(1).max(255);

export const createTransactionSchema = z.strictObject({
  data: z.strictObject({
    type: z.literal('transaction').optional(),
    attributes: z.strictObject({
      'transaction-type-id': identifier,
      fields: fields.optional(),
      'reference-id': referenceId.nullable().optional(),
      tags: tagList.nullable().optional(),
    }),
  }),
  meta: z.strictObject({}).optional(),
});

export const updateTransactionSchema = z.strictObject({
  data: z.strictObject({
    type: z.literal('transaction').optional(),
    id: identifier.optional(),
    attributes: z.strictObject({
      fields: fields.optional(),
      status: z.string().min(1).max(60).optional(),
      'reference-id': referenceId.nullable().optional(),
      label: z.string().min(1).max(255).optional(),
      tags: tagList.optional(),
    }),
  }),
});

export const labelTransactionSchema = z.strictObject({
  meta: z.strictObject({
    label: z.string().min(1).max(255),
    score: z.number().optional(),
    'model-version': z.string().min(1).max(255).optional(),
  }),
});

export const relateTransactionSchema = z.strictObject({
  meta: z.strictObject({'relation-schema-key': z.string().min(1).max(60), 'target-object-id': identifier}),
});
