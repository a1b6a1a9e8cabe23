import type {EvidenceSide} from '../../protocol/flow.ts';
import type {GovernmentIdDocumentResource} from '../../protocol/document.ts';
import type {GovernmentIdVerificationResource} from '../../protocol/verification.ts';
import {toKebab} from '../../protocol/inflection.ts';
import type {Row} from '../schema.ts';
import {epochSeconds, isoTime} from './time.ts';

/** Turns a file id into an address that works for a while; the name is what a download is called. */
export type FileUrl = (fileId: string, filename: string) => string;

/** A page's stored pictures. Without it (in events) pictures are named by nobody: the reader asks the API for fresh links. */
export interface PageFile {
  side: EvidenceSide;
  /** Re-encoded by us. */
  displayFileId: string;
  displaySize: number;
  /** The card flattened, where it was found. */
  cardFileId?: string;
  /** As it was given, when it still exists. */
  originalFileId?: string;
  originalSize?: number;
  capture: string;
}

export interface GovernmentIdRelated {
  templateId?: string | null;
  templateVersionId?: string | null;
  pages?: readonly PageFile[];
  /** Sizes in bytes of a selfie's pictures that can still be read, by file id. */
  sizes?: ReadonlyMap<string, number>;
}

/**
 * A verification of a government ID as the API and its events show it. `row.result` is `ReadField` by name, plus the plain
 * strings `id-class` (document type) and `capture-method`; a plain value in place of a `ReadField` is shown as it is.
 */
export function presentGovernmentIdVerification(
  row: Row<'verification'>,
  related: GovernmentIdRelated = {},
  fileUrl?: FileUrl,
): GovernmentIdVerificationResource {
  const pages = fileUrl ? (related.pages ?? []) : [];
  const urlOf = (side: 'front' | 'back') => {
    const page = pages.find((one) => one.side === side);
    return page && fileUrl ? fileUrl(page.displayFileId, pageFilename(side)) : null;
  };
  return {
    type: 'verification/government-id',
    id: row.id,
    attributes: {
      status: row.status,
      'created-at': isoTime(row.created_at),
      'created-at-ts': epochSeconds(row.created_at),
      'submitted-at': isoTime(row.submitted_at),
      'submitted-at-ts': epochSeconds(row.submitted_at),
      'completed-at': isoTime(row.completed_at),
      'completed-at-ts': epochSeconds(row.completed_at),
      'redacted-at': isoTime(row.redacted_at),
      'country-code': row.country_code,
      tags: [],
      checks: row.checks.map((check) => ({...check, metadata: kebabDeep(check.metadata)})),
      'front-photo-url': urlOf('front'),
      'back-photo-url': urlOf('back'),
      'photo-urls': fileUrl
        ? pages.map((page) => ({
            page: page.side,
            url: fileUrl(page.displayFileId, pageFilename(page.side)),
            'normalized-url': fileUrl(page.cardFileId ?? page.displayFileId, pageFilename(page.side)),
            'original-urls':
              page.originalFileId === undefined ? [] : [fileUrl(page.originalFileId, `${page.side}-original`)],
            filename: pageFilename(page.side),
            'byte-size': page.displaySize,
          }))
        : null,
      'capture-method': text(row.result, 'capture-method') ?? pages[0]?.capture ?? null,
      ...governmentIdValues(row.result),
    },
    relationships: {
      inquiry: {data: row.inquiry_id === null ? null : {type: 'inquiry', id: row.inquiry_id}},
      template: {data: null},
      ...templateRelationships({...related, templateVersionId: related.templateVersionId ?? row.template_version_id}),
      transaction: toTransaction(row),
      accounts: {data: row.account_id === null ? [] : [{type: 'account', id: row.account_id}]},
      ...(row.document_id !== null && {document: {data: {type: 'document/government-id', id: row.document_id}}}),
    },
  };
}

/** A government ID as it was collected. `row.fields` has the shape of a verification's `result`. */
export function presentGovernmentIdDocument(
  row: Row<'document'>,
  fileUrl?: FileUrl,
  related: GovernmentIdRelated = {},
): GovernmentIdDocumentResource {
  const photo = (side: 'front' | 'back') => {
    const page = related.pages?.find((one) => one.side === side);
    if (!page || !fileUrl) return null;
    return {
      filename: pageFilename(side),
      url: fileUrl(page.displayFileId, pageFilename(side)),
      'byte-size': page.displaySize,
    };
  };
  return {
    type: 'document/government-id',
    id: row.id,
    attributes: {
      status: row.status,
      'created-at': isoTime(row.created_at),
      'processed-at': isoTime(row.processed_at),
      'processed-at-ts': epochSeconds(row.processed_at),
      'front-photo': photo('front'),
      'back-photo': photo('back'),
      'selfie-photo': null,
      ...governmentIdValues(row.fields),
    },
    relationships: {
      inquiry: {data: row.inquiry_id === null ? null : {type: 'inquiry', id: row.inquiry_id}},
      template: {data: null},
      ...templateRelationships(related),
      transaction: toTransaction(row),
      'document-files': {data: []},
    },
  };
}

export function toTransaction({transaction_id: id}: {transaction_id: string | null}) {
  return {data: id === null ? null : {type: 'transaction' as const, id}};
}

/** What a page's picture is called in links and downloads. */
export function pageFilename(side: EvidenceSide): string {
  return `${side}.jpg`;
}

export function templateRelationships({templateId, templateVersionId}: GovernmentIdRelated) {
  return {
    'inquiry-template': {data: templateId ? {type: 'inquiry-template' as const, id: templateId} : null},
    'inquiry-template-version': {
      data: templateVersionId ? {type: 'inquiry-template-version' as const, id: templateVersionId} : null,
    },
  };
}

function governmentIdValues(result: Record<string, unknown>) {
  const designations = value(result, 'designations');
  return {
    'id-class': text(result, 'id-class'),
    'name-first': text(result, 'name-first'),
    'name-middle': text(result, 'name-middle'),
    'name-last': text(result, 'name-last'),
    'name-suffix': text(result, 'name-suffix'),
    birthdate: text(result, 'birthdate'),
    'address-street-1': text(result, 'address-street-1'),
    'address-street-2': text(result, 'address-street-2'),
    'address-city': text(result, 'address-city'),
    'address-subdivision': text(result, 'address-subdivision'),
    'address-postal-code': text(result, 'address-postal-code'),
    'issuing-authority': text(result, 'issuing-authority'),
    'issuing-subdivision': text(result, 'issuing-subdivision'),
    nationality: text(result, 'nationality'),
    'document-number': text(result, 'document-number'),
    'visa-status': null,
    'issue-date': text(result, 'issue-date'),
    'expiration-date': text(result, 'expiration-date'),
    designations: typeof designations === 'string' ? designations.split(/[ ,]+/).filter(Boolean) : null,
    birthplace: null,
    endorsements: null,
    height: text(result, 'height'),
    sex: text(result, 'sex'),
    restrictions: null,
    'vehicle-class': null,
    'identification-number': text(result, 'identification-number'),
  };
}

/** Measurements are written by engines in their own way; the API speaks kebab-case. */
export function kebabDeep(metadata: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(metadata).map(([key, member]) => [toKebab(key), kebabMember(member)]));
}

function kebabMember(member: unknown): unknown {
  if (Array.isArray(member)) return member.map(kebabMember);
  return typeof member === 'object' && member !== null ? kebabDeep(member as Record<string, unknown>) : member;
}

function text(result: Record<string, unknown>, name: string): string | null {
  const found = value(result, name);
  return typeof found === 'string' ? found : null;
}

function value(result: Record<string, unknown>, name: string): unknown {
  const field = result[name];
  return typeof field === 'object' && field !== null && 'value' in field ? field.value : field;
}
