/** A document other than an ID (proof of address) as the public API shows it: its verification, and its pages with what was read. */
import * as z from 'zod';
import {fileSchema, identifier, timestamp, toMany, toOne} from './resource.ts';
import {checkSchema} from './verification.ts';

const text = z.string().nullable();
const epochSeconds = z.int().nullable();
const files = z.array(fileSchema);

const documentType = text.meta({
  description: 'What its own words say it is; `other` where none of the known kinds fits.',
  examples: ['utility_bill', 'bank_statement', 'other'],
});

const extractionResponsesSchema = z
  .array(
    z.strictObject({
      'extraction-type': z.string().meta({examples: ['unguided']}),
      'field-name': z.string().meta({examples: ['address-street-1']}),
      results: z.array(
        z.strictObject({
          value: z.string(),
          page: z.int().meta({description: 'From 1.'}),
          'match-level': z.string(),
          metadata: z.record(z.string(), z.unknown()).nullable(),
        }),
      ),
    }),
  )
  .nullable()
  .meta({description: 'What was read, where, and with which confidence.'});

const shared = {
  'document-type': documentType,
  files: files.meta({description: 'As they were given.'}),
  'files-normalized': files.meta({description: 'Every page as an upright picture without metadata.'}),
  'extraction-responses': extractionResponsesSchema,
} as const;

const belongsTo = {
  inquiry: toOne('inquiry'),
  template: toOne('template'),
  'inquiry-template-version': toOne('inquiry-template-version'),
  'inquiry-template': toOne('inquiry-template'),
  transaction: toOne('transaction'),
} as const;

export const documentVerificationSchema = z
  .strictObject({
    type: z.literal('verification/document'),
    id: identifier.meta({examples: ['ver_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      status: z.enum(['initiated', 'confirmed', 'submitted', 'passed', 'failed', 'requires_retry', 'canceled']),
      'created-at': timestamp,
      'created-at-ts': z.int(),
      'submitted-at': timestamp.nullable(),
      'submitted-at-ts': epochSeconds,
      'completed-at': timestamp.nullable(),
      'completed-at-ts': epochSeconds,
      'redacted-at': timestamp.nullable(),
      'country-code': text,
      tags: z.array(z.string()),
      checks: z.array(checkSchema),
      fields: z.strictObject({}).meta({
        description: 'Always empty, as in the reference: what was read stands in `extraction-responses`.',
      }),
      ...shared,
    }),
    relationships: z.strictObject({
      ...belongsTo,
      accounts: toMany('account'),
      document: z
        .strictObject({data: z.strictObject({type: z.literal('document/generic'), id: identifier})})
        .optional(),
    }),
  })
  .meta({id: 'verification-document', description: 'One attempt to verify a document such as a proof of address.'});
export type DocumentVerificationResource = z.infer<typeof documentVerificationSchema>;

export const genericDocumentSchema = z
  .strictObject({
    type: z.literal('document/generic'),
    id: identifier.meta({examples: ['doc_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      status: z.enum(['initiated', 'submitted', 'processed', 'errored']),
      'created-at': timestamp,
      'processed-at': timestamp.nullable(),
      'processed-at-ts': epochSeconds,
      kind: z.string().meta({examples: ['document']}),
      fields: z.record(z.string(), z.unknown()).meta({
        description: 'What was read, `{key: {type, value}}`.',
        examples: [{'name-full': {type: 'string', value: 'Linnea Solberg'}}],
      }),
      ...shared,
    }),
    relationships: z.strictObject({
      ...belongsTo,
      'document-files': z.strictObject({
        data: z.array(z.strictObject({type: z.literal('document-file'), id: identifier})),
      }),
    }),
  })
  .meta({
    id: 'document-generic',
    description: 'A document other than an ID as it was collected: pages and what was read.',
  });
export type GenericDocumentResource = z.infer<typeof genericDocumentSchema>;
