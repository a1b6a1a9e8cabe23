/** A document that proves something other than who somebody is: where they live, above all. */
import type {Check, ImageRegion} from './check.ts';

/** What such a document is, as its own words say. `other` is one that none of them fits. */
export const genericDocumentTypes = [
  'utility_bill',
  'phone_bill',
  'bank_statement',
  'tax_document',
  'insurance_document',
  'rental_agreement',
  'pay_slip',
  'residence_certificate',
  'other',
] as const;
export type GenericDocumentType = (typeof genericDocumentTypes)[number];

/** Fields that it can give. The date is ISO 8601 (YYYY-MM-DD), the country ISO 3166-1 alpha-2, a name as printed. */
export const genericDocumentFieldNames = [
  'name-full',
  'address-street-1',
  'address-street-2',
  'address-city',
  'address-subdivision',
  'address-postal-code',
  'address-country-code',
  'issue-date',
] as const;
export type GenericDocumentFieldName = (typeof genericDocumentFieldNames)[number];

/** What a template asks of it. Thresholds override docs/checks.md by check name. */
export interface GenericDocumentConfig {
  types?: GenericDocumentType[] | undefined;
  /** It must have been issued at most this many days ago; absent = of any age. */
  maximumAgeDays?: number | undefined;
  /** Without these it is of no use; name, street, city and date where a template says nothing. */
  requiredFields?: GenericDocumentFieldName[] | undefined;
  requirements?: Record<string, 'required' | 'not_required'> | undefined;
  thresholds?: Record<string, number> | undefined;
}

/** `text` is the text layer of a PDF, `viz` what was read from pixels. */
export interface ReadGenericField {
  value: string;
  sources: ('text' | 'viz')[];
  /** From 0 (a guess) to 1 (certain). */
  confidence: number;
  region?: ImageRegion;
}

/** Everything the engine says of one submission. */
export interface GenericDocumentResult {
  documentType?: GenericDocumentType;
  fields: Partial<Record<GenericDocumentFieldName, ReadGenericField>>;
  checks: Check[];
  /** Every page in order: upright, re-encoded, metadata-free JPEGs for people to look at. */
  displayImages: {side: 'page'; evidenceId: string; jpeg: Uint8Array; width: number; height: number}[];
  /** CPU time spent, in milliseconds. */
  cpuMs: number;
}

/** Of the fields of an inquiry or account, those that say who somebody is and where they live. */
export const residentFieldNames = [
  'name-first',
  'name-middle',
  'name-last',
  'address-street-1',
  'address-street-2',
  'address-city',
  'address-subdivision',
  'address-postal-code',
  'address-country-code',
] as const;
export type ResidentFieldName = (typeof residentFieldNames)[number];
