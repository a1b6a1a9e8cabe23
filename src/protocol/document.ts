/** A document as it was collected: its pictures and what was read from them. */
import * as z from 'zod';
import {fileSchema, identifier, timestamp, toOne} from './resource.ts';
import {governmentIdAttributes} from './verification.ts';

export const governmentIdDocumentSchema = z
  .strictObject({
    type: z.literal('document/government-id'),
    id: identifier.meta({examples: ['doc_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      status: z.enum(['initiated', 'submitted', 'processed', 'errored']),
      'created-at': timestamp,
      'processed-at': timestamp.nullable(),
      'processed-at-ts': z.int().nullable(),
      'front-photo': fileSchema,
      'back-photo': fileSchema,
      'selfie-photo': fileSchema,
      ...governmentIdAttributes,
    }),
    relationships: z.strictObject({
      inquiry: toOne('inquiry'),
      template: toOne('template'),
      'inquiry-template-version': toOne('inquiry-template-version'),
      'inquiry-template': toOne('inquiry-template'),
      transaction: toOne('transaction'),
      'document-files': z.strictObject({
        data: z.array(z.strictObject({type: z.literal('document-file'), id: identifier})),
      }),
    }),
  })
  .meta({
    id: 'document-government-id',
    description: 'A government ID as it was collected: its pictures and what was read.',
  });
export type GovernmentIdDocumentResource = z.infer<typeof governmentIdDocumentSchema>;
