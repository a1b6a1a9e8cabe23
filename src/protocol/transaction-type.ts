/** What kinds of transactions there are: the fields each takes, and the verifications it runs on them with no person in a flow. */
import * as z from 'zod';
import {fieldKinds, genericDocumentConfigSchema, governmentIdConfigSchema, selfieConfigSchema} from './template.ts';
import {identifier, timestamp} from './resource.ts';

const fieldKey = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'expected a key such as name_first');

const field = z.strictObject({
  type: z.enum(fieldKinds),
  label: z.string().max(120).optional(),
  /** Without it none can be created. */
  required: z.boolean().optional(),
  choices: z.array(z.string()).optional(),
});

/** Runs once the field of its first part is there; `from` says which field gives which part. */
const verification = z.discriminatedUnion('kind', [
  z.strictObject({
    name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    kind: z.literal('government-id'),
    from: z.strictObject({
      front: fieldKey,
      back: fieldKey.optional(),
      'id-class': fieldKey.optional(),
      country: fieldKey.optional(),
    }),
    config: governmentIdConfigSchema,
  }),
  z.strictObject({
    name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    kind: z.literal('selfie'),
    from: z.strictObject({center: fieldKey, left: fieldKey.optional(), right: fieldKey.optional()}),
    config: selfieConfigSchema,
  }),
  z.strictObject({
    name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    kind: z.literal('document'),
    from: z.strictObject({page: fieldKey}),
    config: genericDocumentConfigSchema,
  }),
]);

export const transactionTypeDefinitionSchema = z.strictObject({
  fields: z.record(fieldKey, field),
  /** The five that the product sets itself, and more of your own. */
  statuses: z.array(z.string().min(1).max(60)).max(50),
  /** In the order they are run; a selfie is held against the document before it. */
  verifications: z.array(verification).max(10),
  decision: z.strictObject({failedCheck: z.enum(['declined', 'needs_review'])}),
});
export type TransactionTypeDefinition = z.infer<typeof transactionTypeDefinitionSchema>;
export type TransactionVerification = TransactionTypeDefinition['verifications'][number];

export const transactionTypeSchema = z
  .strictObject({
    type: z.literal('transaction-type'),
    id: identifier.meta({examples: ['txntp_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      name: z.string(),
      'created-at': timestamp,
      'updated-at': timestamp.nullable(),
      'field-schemas': z.array(
        z.strictObject({
          type: z.string(),
          key: z.string(),
          label: z.string().nullable(),
          config: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  })
  .meta({id: 'transaction-type', description: 'A kind of transaction and the fields it takes.'});
export type TransactionTypeResource = z.infer<typeof transactionTypeSchema>;

export const createTransactionTypeSchema = z.strictObject({
  data: z.strictObject({
    type: z.literal('transaction-type').optional(),
    attributes: z.strictObject({
      name: z.string().min(1).max(120),
      definition: transactionTypeDefinitionSchema.meta({
        description: 'The statuses that the product sets itself need not be named.',
      }),
    }),
  }),
});

export const updateTransactionTypeSchema = z.strictObject({
  data: z.strictObject({
    type: z.literal('transaction-type').optional(),
    id: identifier.optional(),
    attributes: z.strictObject({
      name: z.string().min(1).max(120).optional(),
      definition: transactionTypeDefinitionSchema.optional(),
    }),
  }),
});

/** What `PATCH` takes, for whoever edits. */
export const transactionTypeDefinitionResourceSchema = z
  .strictObject({
    type: z.literal('transaction-type-definition'),
    id: identifier.meta({examples: ['txntp_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({definition: transactionTypeDefinitionSchema}),
  })
  .meta({id: 'transaction-type-definition', description: 'What a type of transactions takes, runs and decides by.'});
