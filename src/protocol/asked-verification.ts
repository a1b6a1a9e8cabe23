/** Verifications and documents that a backend makes itself: what it may say of them. */
import * as z from 'zod';
import {recordColumns} from './database.ts';
import {mostEvidence} from './flow.ts';
import {documentTypes} from './government-id.ts';
import {givenFileSchema} from './given-file.ts';
import {languages} from './languages.ts';
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

const phoneNumber = z
  .string()
  .min(1)
  .max(60)
  .meta({description: 'As people write it; local only with `country-code`.', examples: ['+4915112345678']});
const dialledFrom = z
  .string()
  .regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 code')
  .meta({description: 'Where a number without `+` is dialled from.', examples: ['DE']});
const emailAddress = z
  .string()
  .min(1)
  .max(254)
  .meta({examples: ['erika@example.com']});

export const askPhoneNumberSchema = request({
  'verification-template-id': templateId.optional(),
  'phone-number': phoneNumber,
  'country-code': dialledFrom.optional(),
});
export const askEmailAddressSchema = request({
  'verification-template-id': templateId.optional(),
  'email-address': emailAddress,
});

const language = z.enum(languages).meta({description: 'Of the message; English without it.'});

/** Where it should go to instead, and in which language. */
const sending = <A extends z.ZodRawShape>(attributes: A) =>
  z.strictObject({
    data: z
      .strictObject({
        type: z.string().max(100).optional(),
        attributes: z.strictObject({...attributes, language: language.optional()}).optional(),
      })
      .optional(),
  });

export const sendPhoneCodeSchema = sending({
  'phone-number': phoneNumber.optional(),
  'country-code': dialledFrom.optional(),
});
export const sendEmailCodeSchema = sending({'email-address': emailAddress.optional()});

export const confirmCodeSchema = request({'confirmation-code': z.string().min(1).max(40)});

const said = z.string().min(1).max(255);
const saidColumns = recordColumns.filter((column) => column !== 'deceased' && column !== 'address-country-code');
type SaidColumn = (typeof saidColumns)[number];

/** What somebody says of themselves; the country as the reference names it. */
export const askDatabaseSchema = request({
  'verification-template-id': templateId.optional(),
  source: z
    .string()
    .min(1)
    .max(60)
    .optional()
    .meta({description: 'Name of a data set or a configured registry; needed where no template says it.'}),
  'country-code': z
    .string()
    .regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 code')
    .optional()
    .meta({description: 'Of the address.', examples: ['DE']}),
  ...(Object.fromEntries(
    saidColumns.map((column) => [column, column === 'birthdate' ? z.iso.date().optional() : said.optional()]),
  ) as Record<SaidColumn, z.ZodOptional<z.ZodString>>),
});
