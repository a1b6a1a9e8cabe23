import type {DocumentVerificationResource, GenericDocumentResource} from '../../protocol/generic-document-resources.ts';
import {genericDocumentFieldNames} from '../../protocol/generic-document.ts';
import type {ReadGenericField} from '../../protocol/generic-document.ts';
import type {Row} from '../schema.ts';
import {kebabDeep, templateRelationships, toTransaction} from './government-id.ts';
import type {FileUrl, GovernmentIdRelated, PageFile} from './government-id.ts';
import {epochSeconds, isoTime} from './time.ts';

/** A verification of a document as the API and its events show it. `row.result` is `ReadGenericField` by name, plus `document-type`. */
export function presentDocumentVerification(
  row: Row<'verification'>,
  related: GovernmentIdRelated = {},
  fileUrl?: FileUrl,
): DocumentVerificationResource {
  return {
    type: 'verification/document',
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
      fields: {},
      ...pagesAndReadings(row.result, related.pages, fileUrl),
    },
    relationships: {
      ...belongsTo(row, {...related, templateVersionId: related.templateVersionId ?? row.template_version_id}),
      accounts: {data: row.account_id === null ? [] : [{type: 'account', id: row.account_id}]},
      ...(row.document_id !== null && {document: {data: {type: 'document/generic', id: row.document_id}}}),
    },
  };
}

/** The document as it was collected. `row.fields` has the shape of a verification's `result`. */
export function presentGenericDocument(
  row: Row<'document'>,
  fileUrl?: FileUrl,
  related: GovernmentIdRelated = {},
): GenericDocumentResource {
  const read = readingsOf(row.fields);
  return {
    type: 'document/generic',
    id: row.id,
    attributes: {
      status: row.status,
      'created-at': isoTime(row.created_at),
      'processed-at': isoTime(row.processed_at),
      'processed-at-ts': epochSeconds(row.processed_at),
      kind: typeof row.fields['kind'] === 'string' ? row.fields['kind'] : 'document',
      fields: Object.fromEntries(
        read.map(([name, {value}]) => [name, {type: name === 'issue-date' ? 'date' : 'string', value}]),
      ),
      ...pagesAndReadings(row.fields, related.pages, fileUrl),
    },
    relationships: {...belongsTo(row, related), 'document-files': {data: []}},
  };
}

function pagesAndReadings(
  result: Record<string, unknown>,
  pages: readonly PageFile[] = [],
  fileUrl: FileUrl | undefined,
): Pick<
  GenericDocumentResource['attributes'],
  'document-type' | 'files' | 'files-normalized' | 'extraction-responses'
> {
  const type = result['document-type'];
  // several pages of one PDF share its original
  const originals = new Map(
    pages.flatMap((page) => (page.originalFileId === undefined ? [] : [[page.originalFileId, page] as const])),
  );
  return {
    'document-type': typeof type === 'string' ? type : null,
    files: fileUrl
      ? [...originals.keys()].map((id, i) => {
          const filename = `file-${i + 1}`;
          return {filename, url: fileUrl(id, filename), 'byte-size': originals.get(id)?.originalSize ?? 0};
        })
      : [],
    'files-normalized': fileUrl
      ? pages.map(({displayFileId, displaySize}, i) => {
          const filename = `page-${i + 1}.jpg`;
          return {filename, url: fileUrl(displayFileId, filename), 'byte-size': displaySize};
        })
      : [],
    'extraction-responses': readingsOf(result).map(([name, {value, confidence, sources, region}]) => ({
      'extraction-type': 'unguided',
      'field-name': name,
      results: [
        {
          value,
          page: region?.page ?? 1,
          'match-level': 'full',
          metadata: kebabDeep({confidence, sources, ...(region && {region})}),
        },
      ],
    })),
  };
}

function readingsOf(result: Record<string, unknown>): [string, ReadGenericField][] {
  return genericDocumentFieldNames.flatMap((name) => {
    const field = result[name];
    return typeof field === 'object' && field !== null && 'value' in field
      ? [[name, field as ReadGenericField] as [string, ReadGenericField]]
      : [];
  });
}

function belongsTo(row: {inquiry_id: string | null; transaction_id: string | null}, related: GovernmentIdRelated) {
  return {
    inquiry: {data: row.inquiry_id === null ? null : {type: 'inquiry' as const, id: row.inquiry_id}},
    template: {data: null},
    ...templateRelationships(related),
    transaction: toTransaction(row),
  };
}
