/** Verifications and documents that a backend makes itself: what it may say of them. */
import * as z from 'zod';
import {mostEvidence} from './flow.ts';
import {documentTypes} from './government-id.ts';
import {givenFileSchema} from './given-file.ts';
import {identifier} from './resource.ts';

const templateId = identifier.meta({
  description:
    'An inquiry template; its step of this kind says what is asked. Without it the defaults of the kind hold.',
});
const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 code')
  .meta({description: 'Of the issuer.', examples: ['DE']});

/** One class, or a list of one as older clients send it. */
const idClass = z
  .union([z.enum(documentTypes), z.array(z.enum(documentTypes)).length(1)])
  .transform((given) => (Array.isArray(given) ? given[0] : given));

const cardSides = {'front-photo': givenFileSchema.optional(), 'back-photo': givenFileSchema.optional()} as const;
const faceSides = {
  'center-photo': givenFileSchema.optional(),
  'left-photo': givenFileSchema.optional(),
  'right-photo': givenFileSchema.optional(),
} as const;
const pages = z.array(givenFileSchema).min(1).max(mostEvidence);

const request = <A extends z.ZodRawShape>(attributes: A) =>
  z.strictObject({
    data: z.strictObject({type: z.string().max(100).optional(), attributes: z.strictObject(attributes)}),
  });

export const askGovernmentIdSchema = request({
  'verification-template-id': templateId.optional(),
  'country-code': country.optional(),
  'selected-id-class': idClass.optional(),
  ...cardSides,
});
export const giveGovernmentIdSchema = request({'selected-id-class': idClass.optional(), ...cardSides});

export const askSelfieSchema = request({'verification-template-id': templateId.optional(), ...faceSides});

export const askDocumentSchema = request({
  'inquiry-id': identifier,
  'document-id': identifier,
  'verification-template-id': templateId.optional(),
});

export const collectGovernmentIdSchema = request({
  'inquiry-id': identifier,
  'country-code': country.optional(),
  'selected-id-class': idClass.optional(),
  ...cardSides,
});

export const collectGenericSchema = request({
  'inquiry-id': identifier,
  kind: z.string().min(1).max(100).optional(),
  files: pages.optional(),
});
export const giveGenericSchema = request({kind: z.string().min(1).max(100).optional(), files: pages.optional()});
