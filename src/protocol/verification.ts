/** One attempt to verify something, with every check that was made. */
import * as z from 'zod';
import {identifier, timestamp, toMany, toOne} from './resource.ts';

const text = z.string().nullable();
const epochSeconds = z.int();

export const checkSchema = z
  .strictObject({
    name: z.string().meta({examples: ['id_mrz_detection']}),
    status: z.enum(['passed', 'failed', 'not_applicable']),
    reasons: z.array(z.string()),
    requirement: z.enum(['required', 'not_required']),
    metadata: z
      .record(z.string(), z.unknown())
      .meta({description: 'The measured value, its threshold, the unit of both, and where on the picture.'}),
  })
  .meta({
    id: 'check',
    description: 'One named statement with what was measured; never without a reason unless it passed.',
  });

/** Fields of a government ID as both its verification and its document show them. */
export const governmentIdAttributes = {
  'id-class': text.meta({description: 'pp, dl, id, pr, visa or other.'}),
  'name-first': text,
  'name-middle': text,
  'name-last': text,
  'name-suffix': text,
  birthdate: z.iso.date().nullable(),
  'address-street-1': text,
  'address-street-2': text,
  'address-city': text,
  'address-subdivision': text,
  'address-postal-code': text,
  'issuing-authority': text,
  'issuing-subdivision': text,
  nationality: text,
  'document-number': text,
  'visa-status': text,
  'issue-date': z.iso.date().nullable(),
  'expiration-date': z.iso.date().nullable(),
  designations: z.array(z.string()).nullable(),
  birthplace: text,
  endorsements: text,
  height: text,
  sex: text,
  restrictions: text,
  'vehicle-class': text,
  'identification-number': text,
} as const;

const verificationAttributes = {
  status: z.enum(['initiated', 'confirmed', 'submitted', 'passed', 'failed', 'requires_retry', 'canceled']),
  'created-at': timestamp,
  'created-at-ts': epochSeconds,
  'submitted-at': timestamp.nullable(),
  'submitted-at-ts': epochSeconds.nullable(),
  'completed-at': timestamp.nullable(),
  'completed-at-ts': epochSeconds.nullable(),
  'redacted-at': timestamp.nullable(),
  'country-code': text,
  tags: z.array(z.string()),
  checks: z.array(checkSchema),
} as const;

const verificationRelationships = {
  inquiry: toOne('inquiry'),
  template: toOne('template'),
  'inquiry-template-version': toOne('inquiry-template-version'),
  'inquiry-template': toOne('inquiry-template'),
  transaction: toOne('transaction'),
  accounts: toMany('account'),
} as const;

export const governmentIdVerificationSchema = z
  .strictObject({
    type: z.literal('verification/government-id'),
    id: identifier.meta({examples: ['ver_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      ...verificationAttributes,
      'front-photo-url': text,
      'back-photo-url': text,
      'photo-urls': z
        .array(
          z.strictObject({
            page: z.string(),
            url: z.string(),
            'normalized-url': z.string(),
            'original-urls': z.array(z.string()),
            filename: z.string(),
            'byte-size': z.int(),
          }),
        )
        .nullable(),
      'capture-method': text.meta({description: 'How the front came: camera_auto, camera_manual or upload.'}),
      ...governmentIdAttributes,
    }),
    relationships: z.strictObject({
      ...verificationRelationships,
      document: z
        .strictObject({data: z.strictObject({type: z.literal('document/government-id'), id: identifier})})
        .optional(),
    }),
  })
  .meta({id: 'verification-government-id', description: 'One attempt to verify a government ID.'});
export type GovernmentIdVerificationResource = z.infer<typeof governmentIdVerificationSchema>;

const photo = z.strictObject({page: z.string(), url: z.string(), filename: z.string(), 'byte-size': z.int()});

export const selfieVerificationSchema = z
  .strictObject({
    type: z.literal('verification/selfie'),
    id: identifier.meta({examples: ['ver_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      ...verificationAttributes,
      'capture-method': text.meta({description: 'How the frames came: camera_auto, camera_manual or upload.'}),
      'center-photo-url': text,
      'left-photo-url': text.meta({description: 'Left and right are the person’s own.'}),
      'right-photo-url': text,
      'photo-urls': z.array(photo),
      'document-similarity-score': z
        .number()
        .nullable()
        .meta({description: 'Cosine of selfie and document portrait, -1 to 1; null where there was none to compare.'}),
      'video-url': text,
    }),
    relationships: z.strictObject(verificationRelationships),
  })
  .meta({id: 'verification-selfie', description: 'One attempt to verify a selfie.'});
export type SelfieVerificationResource = z.infer<typeof selfieVerificationSchema>;

export const databaseVerificationSchema = z
  .strictObject({
    type: z.literal('verification/database'),
    id: identifier.meta({examples: ['ver_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      ...verificationAttributes,
      'name-first': text,
      'name-middle': text,
      'name-last': text,
      birthdate: text.meta({description: 'As it was looked up.'}),
      'address-street-1': text,
      'address-street-2': text,
      'address-city': text,
      'address-subdivision': text,
      'address-postal-code': text,
      'identification-number': text,
      'document-number': text,
      'phone-number': text,
      'email-address': text,
    }),
    relationships: z.strictObject(verificationRelationships),
  })
  .meta({id: 'verification-database', description: 'What somebody says of themselves, held against records.'});
export type DatabaseVerificationResource = z.infer<typeof databaseVerificationSchema>;

export const phoneNumberVerificationSchema = z
  .strictObject({
    type: z.literal('verification/phone-number'),
    id: identifier.meta({examples: ['ver_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      ...verificationAttributes,
      'phone-number': z.string().meta({description: 'In E.164; empty once redacted.', examples: ['+4915112345678']}),
      metadata: z.strictObject({}).meta({description: 'Empty: no outside vendor scores the number.'}),
    }),
    relationships: z.strictObject(verificationRelationships),
  })
  .meta({
    id: 'verification-phone-number',
    description: 'One attempt to verify a phone number. The confirmation code is never shown.',
  });
export type PhoneNumberVerificationResource = z.infer<typeof phoneNumberVerificationSchema>;

export const emailAddressVerificationSchema = z
  .strictObject({
    type: z.literal('verification/email-address'),
    id: identifier.meta({examples: ['ver_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      ...verificationAttributes,
      'email-address': text.meta({description: 'Null once redacted.', examples: ['erika@example.com']}),
    }),
    relationships: z.strictObject(verificationRelationships),
  })
  .meta({
    id: 'verification-email-address',
    description: 'One attempt to verify an e-mail address. The confirmation code is never shown.',
  });
export type EmailAddressVerificationResource = z.infer<typeof emailAddressVerificationSchema>;
